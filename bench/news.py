"""Made-up news as newspapers have it: sports, prices, weather, accidents, culture, some politics.

All sentences and people are invented; the same seed gives the same articles. The mix is that of
2,000 articles of general news that were measured: 54 % of them have a title or a meeting at all and
30 % somebody in office, 7 % cite a document; of their sentences 19 % have a title or an act, 27 %
the head of a body, 55 % capitals that may be a name and 33 % none of these; they have 20 sentences
of 122 characters, 3.2 kB. ``measure_shares`` says how near the made-up ones come.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Final

from bench.officials import FIELDS, GIVEN, MIDDLES, PROVINCES, SURNAMES
from canbo.graph.reading.page import Page
from canbo.graph.reading.reader import read_statements
from canbo.graph.reading.signs import Signs
from canbo.graph.reading.text import View

# Shares of articles without any title, with titles of no office, with people in office.
_MIX: Final = {"plain": 0.45, "titles": 0.30, "office": 0.25}
_TOLD: Final = 0.28
"""The share of an article's sentences that have a title, where it has any."""
_CITED: Final = 0.3
"""The share of articles on people in office that cite a document."""

_PLAIN: Final = {
    "sports": (
        "Đội khách nhập cuộc chủ động và sớm có bàn mở tỷ số ngay phút thứ {small}.",
        "Sau giờ nghỉ, thế trận đảo chiều khi hàng thủ liên tục mắc lỗi ở hai hành lang cánh.",
        "Tiền đạo {given} ghi bàn thứ {small} của mùa giải bằng cú sút chìm từ ngoài vòng cấm.",
        "Trận lượt về diễn ra lúc {hour} giờ tối thứ bảy trên sân nhà của đội bóng {place}.",
        "{person} về nhất nội dung 100 m nữ với thành tích {small} giây, kém kỷ lục 4% giây.",
        "Ban huấn luyện quyết định thay ba vị trí so với trận gặp {place} hôm cuối tuần.",
        "Vé xem trận chung kết ở {place} bán hết chỉ sau {small} phút, nhiều người về tay không.",
    ),
    "prices": (
        "Giá vàng trong nước sáng nay tăng thêm {number} nghìn đồng mỗi lượng so với hôm qua.",
        "Xăng E5 giảm {number} đồng một lít, dầu diesel gần như đi ngang sau ba kỳ tăng liên tiếp.",
        "Tại {place}, lúa tươi được thương lái mua ngay tại ruộng với giá {number} đồng một kg.",
        "Người trồng cà phê ở {place} cho biết năm nay được mùa nhưng công hái cao hơn trước.",
        "Lượng hàng từ {place} về chợ dịp cuối tuần đạt khoảng {number} tấn, tăng nhẹ.",
        "Chị {person}, tiểu thương bán rau, nói sức mua vẫn yếu dù giá đã hạ hai lần trong tháng.",
        "Công ty chứng khoán dự báo chỉ số sẽ giằng co quanh ngưỡng {number} điểm trong phiên tới.",
    ),
    "weather": (
        "Không khí lạnh tràn về làm nhiệt độ ở {place} hạ nhanh, có nơi dưới {small} độ C.",
        "Mưa lớn kéo dài từ đêm qua khiến nhiều tuyến đường ở {place} ngập sâu nửa mét.",
        "Đài khí tượng dự báo gió mạnh dần lên cấp {small}, biển động, sóng cao ba đến năm mét.",
        "Hồ chứa ở thượng nguồn mở {small} cửa xả, nước về hạ du đạt {number} mét khối mỗi giây.",
        "Nắng nóng ở {place} còn kéo dài hết tuần, người dân hạn chế ra đường vào buổi trưa.",
        "Sáng sớm {place} có sương mù, tầm nhìn xa dưới một km, tàu thuyền phải neo đậu chờ.",
    ),
    "accidents": (
        "Vụ va chạm khiến {small} người bị thương, giao thông qua đèo ùn tắc gần ba giờ.",
        "Theo nhân chứng, xe tải chạy từ hướng {place} lao qua dải phân cách rồi lật ngang.",
        "Ngọn lửa bùng lên từ tầng hai nhà anh {person} rồi lan nhanh sang hai nhà bên.",
        "Anh {person}, {age} tuổi, cùng hàng xóm phá cửa đưa hai cháu nhỏ ra ngoài.",
        "Công an {place} đang làm rõ nguyên nhân, hiện trường được phong tỏa trong buổi sáng.",
        "Bệnh viện đa khoa tiếp nhận các nạn nhân lúc {hour} giờ, hai người đã qua cơn nguy kịch.",
    ),
    "culture": (
        "Bộ phim kể về ba thế hệ một gia đình làm nghề gốm ở {place}, ra rạp vào tháng tới.",
        "Ca sĩ {person} trở lại với album gồm {small} bài, phần lớn thu âm cùng dàn dây.",
        "Triển lãm tranh lụa mở cửa tại {place} đến hết tháng, trưng bày {number} tác phẩm.",
        "Cuốn sách của {person} được in lại lần thứ {small} sau nhiều năm vắng bóng.",
        "Lễ hội làng năm nay có thêm hội thi nấu cơm và đua thuyền, thu hút khách từ {place}.",
        "Đạo diễn {person} nói anh mất hai năm chỉ để tìm được ngôi nhà cổ làm bối cảnh.",
    ),
    "living": (
        "Mỗi ngày quán bán chừng {number} tô, đông nhất là sau giờ tan tầm và sáng chủ nhật.",
        "Nghiên cứu trên {number} người cho thấy ngủ đủ giấc giúp giảm rõ nguy cơ tăng huyết áp.",
        "Mẫu Sao Mai mới có màn hình sáng hơn, pin lâu hơn nhưng giá bán vẫn giữ như đời trước.",
        "Cô bé {given} được nhận vào lớp một của Trường Tiểu học {given}, cách nhà gần ba km.",
        "Gia đình bà {person} ở {place} nuôi {number} con gà, sau dịch chỉ còn chưa tới một nửa.",
        "Trung tâm cứu hộ đã thả {small} cá thể rùa về rừng sau bốn tháng chăm sóc.",
        "Du khách tới {place} dịp lễ tăng gấp rưỡi, phòng ven biển kín từ hai tuần trước.",
    ),
}
_TITLES: Final = (
    "Giám đốc một công ty lữ hành cho hay khách đặt tour sớm hơn mọi năm khoảng {small} tuần.",
    "Theo bác sĩ trưởng khoa, phần lớn ca nhập viện là người già và trẻ nhỏ dưới năm tuổi.",
    "Huấn luyện viên trưởng thừa nhận đội thiếu may mắn, còn thủ môn bị phạt thẻ ở phút {hour}.",
    "Tổng giám đốc hãng xe nói lô hàng đầu tiên sẽ về cảng {place} trong quý sau.",
    "Hiệu trưởng cho học sinh nghỉ hai ngày để dọn bùn đất sau lũ, lịch thi lùi lại một tuần.",
    "Ông {person}, chủ tịch câu lạc bộ, khẳng định không bán cầu thủ trụ cột giữa mùa.",
    "Hội nghị khách hàng của hãng diễn ra tại {place} với hơn {number} đại lý tham dự.",
    "Trưởng thôn đi từng nhà nhắc bà con chằng chống lại mái tôn trước khi bão vào.",
    "Anh {person} được bổ nhiệm làm quản lý cửa hàng thứ {small} của chuỗi sau hai năm.",
)
_OFFICE: Final = (
    "Ông {person}, Phó Chủ tịch UBND tỉnh {place}, yêu cầu các địa phương rà soát vùng sạt lở.",
    "Bà {person}, Giám đốc Sở {field} tỉnh {place}, cho biết kinh phí đã được bố trí đủ.",
    "Phó Giám đốc Sở {field} tỉnh {place} {person} nói dự án chậm do vướng mặt bằng.",
    "Chủ tịch UBND tỉnh {place} giao các sở, ngành báo cáo trước ngày {small} hằng tháng.",
    "Trung tá {person}, Phó Trưởng Công an xã, xác nhận vụ việc xảy ra lúc {hour} giờ đêm.",
    "Theo lãnh đạo UBND tỉnh, tuyến đường mới rút ngắn {number} km cho người dân vùng cao.",
    "Chủ tịch UBND xã cho hay hơn {number} hộ dân đã được đưa đến nơi an toàn.",
    "Bí thư Tỉnh ủy {place} {person} đến thăm các gia đình bị thiệt hại trong chiều cùng ngày.",
    "Đại biểu đề nghị hội nghị bàn kỹ hơn về vốn, trưởng đoàn kiểm tra hẹn trả lời bằng văn bản.",
    "HĐND tỉnh {place} bầu ông {person} giữ chức Phó Chủ tịch HĐND tỉnh với {number} phiếu.",
)
_CITATIONS: Final = (
    "Việc hỗ trợ thực hiện theo Nghị quyết số {small}-NQ/TU của Tỉnh ủy {place}.",
    "UBND tỉnh {place} vừa có Quyết định số {number}/QĐ-UBND về việc điều chỉnh quy hoạch.",
    "Mức phạt được áp dụng theo Nghị định số {number}/2021/NĐ-CP của Chính phủ.",
)
_TAILS: Final = (
    ", điều mà ít người nghĩ tới khi mọi việc mới chỉ bắt đầu cách đây vài tháng.",
    ", theo số liệu được cập nhật đến cuối giờ chiều hôm qua.",
    ", trong khi cùng kỳ năm ngoái con số này chỉ bằng chừng hai phần ba.",
    ", nhưng với nhiều người thì chừng ấy vẫn chưa đủ để yên tâm cho những ngày sắp tới.",
    ", và những ngày tới được dự đoán còn nhiều biến động khó lường hơn nữa.",
    ", dù trước đó gần như không ai tin rằng chuyện này có thể xảy ra nhanh đến vậy.",
)
_LONG: Final = 0.55
"""The share of sentences that have one more clause."""


def write_news(texts: int, seed: int = 41) -> Iterator[str]:
    """Yield *texts* articles."""
    chance = random.Random(seed)
    for _ in range(texts):
        (kind,) = chance.choices([*_MIX], [*_MIX.values()])
        yield _write_article(chance, kind)


def _write_article(chance: random.Random, kind: str) -> str:
    topic = _PLAIN[chance.choice(tuple(_PLAIN))]
    told = {"plain": (), "titles": _TITLES, "office": (*_OFFICE, *_TITLES[:3])}[kind]
    count = max(4, round(chance.gauss(20, 7)))
    sentences = [_fill(chance, told if told and chance.random() < _TOLD else topic)]
    sentences += [
        _fill(chance, told if told and chance.random() < _TOLD else topic) for _ in range(count - 1)
    ]
    if kind == "office" and chance.random() < _CITED:
        sentences.insert(chance.randrange(count), _fill(chance, _CITATIONS))
    return "".join(_join(chance, sentences))


def _join(chance: random.Random, sentences: Sequence[str]) -> Iterator[str]:
    for sentence in sentences:
        yield sentence
        yield "\n" if chance.random() < 0.4 else " "


def _fill(chance: random.Random, templates: Sequence[str]) -> str:
    names = (chance.choice(part) for part in (SURNAMES, MIDDLES, GIVEN))
    sentence = chance.choice(templates)
    if chance.random() < _LONG:
        sentence = sentence.removesuffix(".") + chance.choice(_TAILS)
    return sentence.format(
        person=" ".join(names),
        given=chance.choice(GIVEN),
        place=chance.choice(PROVINCES),
        field=chance.choice(FIELDS),
        small=chance.randint(2, 29),
        hour=chance.randint(1, 23),
        age=chance.randint(18, 80),
        number=chance.randint(30, 900),
    )


def measure_shares(texts: Sequence[str]) -> dict[str, float]:
    """Return the shares of articles and of sentences by which news was measured."""
    articles = {"title_or_meeting": 0, "in_office": 0, "document": 0}
    inside = {"title_or_act": 0, "body": 0, "capitals": 0, "none": 0}
    sentences = 0
    for text in texts:
        reading, page = read_statements(text), Page.of(View.of(text))
        signs = Signs.of(page).with_names(page)
        articles["title_or_meeting"] += signs.is_worth
        articles["in_office"] += bool(reading.holdings)
        articles["document"] += bool(reading.documents)
        for span in page.view.sentences:
            told, named = signs.tell(span), signs.may_name(span.start, span.end)
            body = any(span.start <= head < span.end for head in signs.bodies)
            inside["title_or_act"] += told
            inside["body"] += body
            inside["capitals"] += named
            inside["none"] += not (told or body or named)
            sentences += 1
    shares = {f"articles_with_{name}": count / len(texts) for name, count in articles.items()}
    shares |= {f"sentences_with_{name}": count / sentences for name, count in inside.items()}
    size = sum(len(text.encode()) for text in texts)
    return shares | {"sentences": sentences / len(texts), "bytes": size / len(texts)}
