import pytest

from canbo.graph.texts.encodings import guess_encoding, guess_garbled

TCVN3 = "§¶ng ñy x· vµ c¸c ®ång chÝ ®­îc bÇu, ng­êi cña nh©n d©n"
VNI = "Ñaûng uûy xaõ vaø caùc ñoàng chí ñöôïc baàu, ngöôøi cuûa nhaân daân"
VISCII = "Ðäng üy xã và các ð°ng chí ðßþc b¥u, ngß¶i cüa nhân dân, nhi®m kÏ"
SOUND = "Đảng ủy xã và các đồng chí được bầu, người của nhân dân"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TCVN3.encode("latin-1"), "TCVN3 (ABC)"),
        (VNI.encode("latin-1"), "VNI"),
        (VISCII.encode("latin-1"), "VISCII"),
        ("Ðaòng uÒy ðýõòc bâÌu, ngýõÌi cuÒa ðôÌng".encode("latin-1"), "Windows-1258"),
        (SOUND.encode() * 9 + b"\xe1 " + SOUND.encode(), "damaged UTF-8"),
        (SOUND.encode("utf-16"), "UTF-16"),
        (SOUND.encode("utf-16-le"), "UTF-16"),
        (SOUND.encode("utf-16-be"), "UTF-16"),
        (SOUND.encode("utf-32"), "UTF-32"),
        (b"\0\0\xfe\xff" + SOUND.encode("utf-32-be"), "UTF-32"),
    ],
)
def test_an_old_encoding_is_called_by_its_name(data: bytes, name: str) -> None:
    assert guess_encoding(data) == name


def test_a_foreign_encoding_is_guessed_too() -> None:
    russian = "Съезд народных депутатов принял постановление о выборах председателя. " * 5
    assert guess_encoding(russian.encode("cp1251")) in {"cp1251", "mac-cyrillic"}


@pytest.mark.parametrize("data", [b"", b"\xff", b"A\n\xc3", bytes(range(128, 256))])
def test_what_is_like_nothing_has_no_name(data: bytes) -> None:
    assert guess_encoding(data) is None


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3 (ABC)"), (VNI, "VNI")])
def test_text_for_an_old_font_is_told_from_sound_text(text: str, name: str) -> None:
    assert guess_garbled(text) == name
    assert guess_garbled(f"{text} {SOUND}") is None


@pytest.mark.parametrize(
    "text", ["", "plain English", "Le Duc Thanh la Chu tich", "café, ñandú, ®"]
)
def test_other_languages_are_not_taken_for_old_vietnamese(text: str) -> None:
    assert guess_garbled(text) is None
