"""Beside the picture: every fact with the words that say so."""

from playwright.sync_api import expect
from pyoxigraph import Store

from canbo.viz import Projection, network
from canbo.viz.things import Bounds, Evidence, Fact, Kind, Relation, Source, Thing
from tests.viz.conftest import OpenPage

THANH = "thing=person/le-duc-thanh-3abd4cf5"
WORDS = (
    "Lê Đức Thanh, Phó Bí thư Quận ủy, Bí thư Đảng ủy Cơ quan Chính quyền Quận 1, "
    "Chủ tịch UBND Quận 1"
)


def test_the_words_of_the_source_stand_beside_the_facts_once(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, THANH)
    held = page.locator("#panel .r-holds")
    expect(held.locator(".fact > a")).to_have_text(
        [
            "Chủ tịch UBND Quận 1",
            "Phó Bí thư Quận ủy Quận 1",
            "Bí thư Đảng ủy Cơ quan Chính quyền Quận 1",
        ]
    )
    expect(held.locator("mark", has_text=WORDS)).to_have_count(1)
    expect(held.locator("figcaption").first).to_contain_text("6/3/2025")


def test_bounds_are_told_in_words_and_where_they_come_from(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, THANH)
    fact = page.locator("#panel .facts").first
    expect(fact.locator(".when").first).to_have_text(
        "bắt đầu không muộn hơn 28/9/2022; còn giữ đến ít nhất 6/3/2025"
    )
    fact.locator("summary").click()
    expect(fact.locator(".why li").first).to_contain_text(
        "muộn nhất bắt đầu 28/9/2022. Nguồn cho thấy đang giữ chức vào ngày này (R1"
    )


def test_what_was_inferred_says_so(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, THANH)
    quote = page.locator("#panel .facts").nth(1).locator(".quote")
    expect(quote.locator(".tag", has_text="suy ra")).to_have_count(1)
    expect(quote.locator(".note")).to_have_text(
        "«Quận ủy» trong bài của UBND Quận 1 là Quận ủy Quận 1"
    )


def test_a_citation_that_could_not_be_told_lists_what_it_may_be(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district)
    page.locator("#stage a.open").click()
    panel = page.locator("#panel")
    expect(panel.locator(".kind")).to_have_text("Văn bản chưa xác định")
    expect(panel.locator(".plain").first.locator("li")).to_have_count(2)
    expect(panel).to_contain_text("số này được dùng lại ở nhiều khóa")


def test_choosing_a_line_shows_its_fact(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district)
    place = next(n for n, fact in enumerate(district.facts) if fact.relation is Relation.URGES)
    page.locator(f"#stage [data-fact='{place}'] .touch").dispatch_event("click")
    expect(page.locator("#panel h2")).to_have_text("Bùi Văn Thịnh")
    expect(page.locator(f"#panel .wanted [data-fact='{place}']")).to_be_visible()


def test_sources_that_disagree_about_a_seat_stand_side_by_side(open_page: OpenPage) -> None:
    base = "https://w3id.org/canbo/"
    post = Thing(f"{base}post/p", Kind.POST, "Chủ tịch UBND xã Ví Dụ", seats="one")
    people = [Thing(f"{base}person/{n}", Kind.PERSON, f"Nguyễn Văn {n}") for n in "AB"]
    facts = tuple(
        Fact(
            f"{base}tenure/{n}",
            Relation.HOLDS,
            person.iri,
            post.iri,
            bounds=Bounds("", "2020-01-01", "2022-01-01", ""),
            evidence=(n,),
        )
        for n, person in enumerate(people)
    )
    evidence = tuple(
        Evidence(f"{base}e{n}", n, f"{person.label}, Chủ tịch", 0)
        for n, person in enumerate(people)
    )
    sources = tuple(Source(f"{base}source/{n}", f"Bản tin {n}") for n in range(2))
    page = open_page(Projection((*people, post), facts, evidence, sources, {}), "thing=post/p")
    sides = page.locator("#panel .notice .facts")
    expect(sides).to_have_count(2)
    expect(sides.locator("mark")).to_have_text(["Nguyễn Văn A, Chủ tịch", "Nguyễn Văn B, Chủ tịch"])


def test_a_row_of_the_register_is_told_apart_from_a_quote(
    open_page: OpenPage, quan_1: Store
) -> None:
    page = open_page(network(quan_1, focus="Nguyễn Phú Trọng"))
    expect(page.locator("#panel .register")).to_contain_text(
        "Theo sổ đăng ký: officials: Nguyễn Phú Trọng, Tổng Bí thư, 2011-01-19"
    )
    expect(page.locator("#panel .register a")).to_have_attribute(
        "href", "https://example.org/register/officials"
    )
    expect(page.locator("#panel mark")).to_have_count(0)


def test_tenures_are_drawn_over_time_for_people_and_posts(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district, THANH)
    strip = page.locator("#panel svg.timeline")
    expect(strip.locator(".sure")).to_have_count(3)
    expect(strip).to_have_attribute(
        "aria-label",
        "Bí thư Đảng ủy Cơ quan Chính quyền Quận 1: ghi nhận ngày 28/9/2022. "
        "Chủ tịch UBND Quận 1: bắt đầu không muộn hơn 28/9/2022; còn giữ đến ít nhất 6/3/2025. "
        "Phó Bí thư Quận ủy Quận 1: ghi nhận ngày 28/9/2022",
    )


def test_a_long_list_of_facts_opens_step_by_step(open_page: OpenPage) -> None:
    base = "https://w3id.org/canbo/"
    body = Thing(f"{base}organization/o", Kind.ORGANIZATION, "Ban Ví Dụ")
    documents = [Thing(f"{base}document/{n:02}", Kind.DOCUMENT, f"Chỉ thị {n}") for n in range(40)]
    facts = tuple(Fact("", Relation.ISSUED_BY, document.iri, body.iri) for document in documents)
    page = open_page(
        Projection((*documents, body), facts, (), (), {}), "thing=organization/o&view=list"
    )
    expect(page.locator("#panel .fact")).to_have_count(12)
    page.locator("#panel button.more").click()
    expect(page.locator("#panel .fact")).to_have_count(40)


def test_the_posts_of_a_body_name_who_holds_them(open_page: OpenPage, district: Projection) -> None:
    page = open_page(district, "thing=organization/ubnd-quan-1-63cb8fc9")
    posts = page.locator("#panel .r-post-in .fact")
    expect(posts.filter(has_text="Phó Chủ tịch").locator(".when")).to_have_text(
        "Mai Thị Hồng Hoa; Nguyễn Duy An; Vũ Nguyễn Quang Vinh"
    )


def test_a_page_without_quotes_says_so_and_keeps_its_sources(
    open_page: OpenPage, district: Projection
) -> None:
    page = open_page(district.without_quotes())
    expect(page.locator("#panel")).to_contain_text("Trang này không mang theo câu trích")
    page = open_page(district.without_quotes(), THANH)
    held = page.locator("#panel .r-holds")
    expect(held.locator("figcaption").first).to_contain_text("6/3/2025")
    expect(held.locator("blockquote")).to_have_count(0)
    assert WORDS not in page.content()


def test_every_row_of_the_register_behind_a_fact_is_shown(open_page: OpenPage) -> None:
    rows = (Evidence("r1", -1, "một hàng dài hơn", 0), Evidence("r2", -1, "hàng hai", 0))
    things = (Thing("p", Kind.PERSON, "Lý A"), Thing("c", Kind.POST, "Chủ tịch"))
    held = Fact("t", Relation.HOLDS, "p", "c", Bounds(), evidence=(0, 1))
    page = open_page(Projection(things, (held,), rows, (), {}), "thing=p")
    expect(page.locator("#panel .register")).to_have_count(2)
