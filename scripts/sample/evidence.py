"""Evidence: the five articles with the spans of the 67 facts and their claims; made-up papers for the made-up rows."""
from articles import ARTICLES
from book import count
from delegations import WITHOUT_EVIDENCE
from facts import FACTS


def articles(book):
    for code, a in ARTICLES.items():
        assert len(a["text"]) <= 1500, code
        book.add("evidence", f"BAO-{code[1:]}", kind="article", title=a["title"], source=a["source"], author=a["author"], published=a["published"], text=a["text"],
                 language="vi", org=a["org"], confidentiality="public")


def claims(book):
    for f in FACTS:
        book.add("claim", f.code, statement=f.vi, statement_en=f.en, indicator=f.indicator, about=f.org, measure=f.measure, amount=count(f.value, f.qualifier), unit=f.unit,
                 countries=f.countries, period_from=f.start, period_to=f.end, status=f.status, evidence=f"BAO-{f.article[1:]}", fact=f.code, clash_note=f.note, org=f.org,
                 confidentiality="public")


def span(book, evidence, fact="", quote="", start=0, register="", record="", claim="", org="", made_up=False):
    add = book.made_up if made_up else book.add
    n = len(book.of("evidence_span")) + 1
    add("evidence_span", f"DT-{n:04d}", evidence=evidence, fact=fact, quote=quote, start_at=str(start), end_at=str(start + len(quote)), register_name=register,
        record_id=record, claim=claim, org=org, **({} if made_up else {"confidentiality": "public"}))


def fact_spans(book):
    """One span a record; the first of a fact carries its claim. A fact without a record has one span for its claim."""
    for f in FACTS:
        text = ARTICLES[f.article]["text"]
        start = text.index(f.quote)
        for n, (register, record) in enumerate(f.records or (("", ""),)):
            span(book, f"BAO-{f.article[1:]}", f.code, f.quote, start, register, record, f.code if n == 0 else "", f.org)


def more_spans(book):
    """Words of the articles that stand for a named record without a number of its own."""
    for article, quote, register, record, org in (
            ("A2", "quà cho 100 hộ ở Làng hữu nghị Việt Nam - Hàn Quốc", "charity", "F005", "ct-kr"),
            ("A1", "Bữa sáng kết nối cựu du học sinh Hà Lan", "activity", "HD-2022-NL-1", "ct"),
            ("A1", "diễn đàn doanh nghiệp Việt Nam - Hà Lan", "activity", "HD-2022-NL-2", "ct"),
            ("A5", "triển lãm ảnh về thích ứng với biến đổi khí hậu", "activity", "HD-2025-NL", "ct"),
            ("A5", "PVF (Hoa Kỳ)", "aid", "VT-PVF-2025", "ct"), ("A5", "Catalyst Foundation", "aid", "VT-CATALYST-2025", "ct"),
            ("A5", "G&D (Pháp)", "aid", "VT-GD-2025", "ct"), ("A5", "Phi dự án “Trung tâm Đào tạo xuất sắc”", "aid", "F056", "ct"),
            ("A5", "LabelFrancEducation", "activity", "F063", "ct-tp")):
        span(book, f"BAO-{article[1:]}", "", quote, ARTICLES[article]["text"].index(quote), register, record, "", org)


def papers(book):
    """Every made-up delegation of 2025 but two has a made-up paper, some photos too."""
    n = 0
    for d in book.of("delegation"):
        if not d["from_date"].startswith("2025") or d["from_date"] in WITHOUT_EVIDENCE:
            continue
        kinds = [("scan", "Chương trình làm việc")] + ([("photo", "Ảnh")] if len(book.of("evidence")) % 3 == 0 else [])
        if d["direction"] == "out":
            kinds.append(("decision", "Quyết định cử đoàn"))
        for kind, text in kinds:
            n += 1
            book.made_up("evidence", f"CC-MH-{n:03d}", kind=kind, title=f"{text}: {d['title']}", published=d["from_date"], source="Văn phòng Liên hiệp (minh họa)",
                         number=f"{200 + n}/QĐ-UBND" if kind == "decision" else "", org=d["org"])
            span(book, f"CC-MH-{n:03d}", register="delegation", record=d["code"], org=d["org"], made_up=True)
    for kind, number, day, text in (("decision", "1642/QĐ-UBND", "2025-01-27", "Quyết định phê duyệt khoản viện trợ Trung tâm Đào tạo xuất sắc"),
                                    ("minutes", "", "2025-12-03", "Biên bản bàn giao thiết bị đợt 2")):
        n += 1
        book.made_up("evidence", f"CC-MH-{n:03d}", kind=kind, title=text, number=number, published=day, source="Bản minh họa", org="ct")
        span(book, f"CC-MH-{n:03d}", register="aid", record="F056", org="ct", made_up=True)


def build(book):
    for part in (articles, claims, fact_spans, more_spans, papers):
        part(book)
    facts = {s["fact"] for s in book.of("evidence_span") if s.get("fact")}
    assert len(facts) == 67 and len(FACTS) == 67
    codes = {(r, row["code"]) for r in {reg for reg, _ in book.rows} for row in book.of(r)}
    for s in book.of("evidence_span"):
        record = (s.get("register_name", ""), s.get("record_id", ""))
        assert record == ("", "") or record[0] == "occasion" or record in codes, record
