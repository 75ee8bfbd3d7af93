"""Delegations: all made up, because the articles give totals only; counts and sums are exactly the declared ones."""
import random

from network import COUNTRY

IN_2025 = {"KR": 14, "JP": 8, "US": 7, "FR": 6, "IN": 5, "DE": 4, "LA": 3, "NL": 3, "KH": 2, "SG": 2, "AU": 1, "CA": 1, "TH": 1}
MONTHS_2025 = [3, 2, 6, 5, 6, 4, 5, 5, 6, 7, 6, 2]
# The last quarter: day, country, keeper, partner, title, content, people, purpose, level, role, aid.
LATE = [
    ("12-04", "NL", "ct-nl", "DT-TLS-NL", "Tổng Lãnh sự quán Hà Lan tại TP. Hồ Chí Minh", "Triển lãm ảnh thích ứng biến đổi khí hậu, Trường Đại học Cần Thơ", 6, "event", "consul_general", "co_host", ""),
    ("12-03", "FR", "ct", "DT-SCHNEIDER", "Quỹ Schneider (Pháp)", "Bàn giao thiết bị “Trung tâm Đào tạo xuất sắc”", 5, "aid_monitoring", "ngo", "lead_host", "F056"),
    ("11-28", "LA", "ct-la", "DT-TLS-LA", "Tổng Lãnh sự quán Lào tại TP. Hồ Chí Minh", "Họp mặt mừng năm mới 2026 với bạn bè quốc tế", 6, "event", "consul_general", "attended_with_city", ""),
    ("11-24", "KR", "ct-kr", "DT-MYI", "Tổ chức MYI", "Trao bồn chứa nước, máy đo mặn: “Người Bảo vệ Đồng bằng Sông Cửu Long”", 12, "aid_monitoring", "ngo", "lead_host", "F057"),
    ("11-19", "US", "ct-us", "DT-PVF", "Tổ chức PVF", "Khám, chữa bệnh nhân đạo", 9, "humanitarian", "ngo", "co_host", "VT-PVF-2025"),
    ("11-14", "US", "ct", "DT-CATALYST", "Catalyst Foundation", "Hỗ trợ người có hoàn cảnh khó khăn", 4, "humanitarian", "ngo", "lead_host", "VT-CATALYST-2025"),
    ("11-11", "IN", "ct-in", "DT-DSQ-IN", "Đại sứ quán Ấn Độ", "Khánh thành cầu giao thông nông thôn", 7, "aid_monitoring", "ambassador", "attended_with_city", "F055"),
    ("11-06", "FR", "ct-fr", "DT-GD", "Tổ chức G&D", "Khám bệnh, cấp thuốc miễn phí", 6, "humanitarian", "ngo", "co_host", "VT-GD-2025"),
    ("10-29", "KR", "ct-kr", "DT-SEOUL", "Đại học Seoul", "Chuẩn bị giao lưu sinh viên cùng MYI", 8, "education", "academic", "lead_host", ""),
    ("10-22", "LA", "ct-la", "DT-CHAMPASAK", "Đoàn tỉnh Champasak", "Trao đổi hợp tác đa lĩnh vực", 9, "twinning", "province_leader", "co_host", ""),
    ("10-16", "JP", "ct-jp", "DT-TLS-JP", "Tổng Lãnh sự quán Nhật Bản", "Làm việc về viện trợ không hoàn lại", 5, "working", "consul_general", "lead_host", ""),
    ("10-09", "FR", "ct-tp", "DT-DSQ-FR", "Đại sứ quán Cộng hòa Pháp", "Ngày hội Pháp ngữ, gắn biển LabelFrancEducation", 6, "education", "ambassador", "co_host", ""),
    ("10-07", "JP", "ct-tp", "", "Đoàn doanh nghiệp tỉnh Hyogo", "Khảo sát khu công nghiệp", 4, "trade_investment", "business", "lead_host", ""),
    ("10-03", "KR", "ct", "", "Đoàn thanh niên tình nguyện Hàn Quốc", "Chuẩn bị trại tình nguyện mùa đông", 3, "volunteer", "people", "lead_host", ""),
    ("10-02", "DE", "ct-de", "", "Tổ chức môi trường Đức", "Khảo sát vườn ươm cây chịu mặn", 3, "survey", "ngo", "lead_host", ""),
]
WITHOUT_EVIDENCE = {"2025-10-16", "2025-10-02"}
OUT_2025 = [
    ("2025-12-01", "2025-12-04", "LA", "ct-la", "DT-SAVANNAKHET", "Đoàn thăm tỉnh Savannakhet", "Chúc mừng Quốc khánh Lào, làm việc về kết nghĩa", 8, "twinning", "Savannakhet"),
    ("2025-09-15", "2025-09-20", "KR", "ct-tp", "", "Đoàn công tác thành phố thăm Hàn Quốc", "Xúc tiến đầu tư, gặp các trường đại học", 4, "trade_investment", "Seoul"),
    ("2025-04-12", "2025-04-16", "LA", "ct", "DT-CHAMPASAK", "Đoàn thăm tỉnh Champasak dịp Bunpimay", "Chúc Tết cổ truyền Lào", 9, "twinning", "Champasak"),
]
THEMES = [("Thăm xã giao lãnh đạo thành phố", "courtesy", "department"), ("Làm việc về chương trình hợp tác năm tới", "working", "ngo"),
          ("Khảo sát địa bàn dự án", "survey", "ngo"), ("Kiểm tra tiến độ khoản viện trợ", "aid_monitoring", "ngo"), ("Giao lưu văn hóa với sinh viên", "cultural_exchange", "people"),
          ("Trao đổi sinh viên, bàn chương trình học bổng", "student_exchange", "academic"), ("Gặp gỡ doanh nghiệp thành phố", "trade_investment", "business"),
          ("Khám chữa bệnh nhân đạo", "medical", "ngo"), ("Trại tình nguyện cùng thanh niên", "volunteer", "student"), ("Thăm lại chiến trường xưa", "veterans", "people"),
          ("Dự hội thảo về nông nghiệp thích ứng", "conference", "academic"), ("Ký biên bản ghi nhớ hợp tác", "signing", "ngo")]


def made_partners(book, iso):
    return [p for p in book.of("partner") if p.get("illustrative") and p.get("country") == iso]


def incoming(book, dice, code, day, iso, keeper, people):
    partner = dice.choice(made_partners(book, iso))
    text, purpose, level = dice.choice(THEMES)
    book.made_up("delegation", code, direction="in", title=f"Đoàn {partner['name']}", title_en=f"Delegation of an illustrative partner, {COUNTRY[iso][1]}",
                 countries=iso, partner=partner["code"], from_date=day, members=str(people), purpose=purpose, level=level, programme=text,
                 host_role=dice.choice(("lead_host", "lead_host", "co_host", "attended_with_city")), status="completed", org=keeper)


def split(dice, total, parts, low, high):
    """`parts` numbers between low and high that come to `total`."""
    numbers = [low] * parts
    while sum(numbers) < total:
        k = dice.randrange(parts)
        if numbers[k] < high:
            numbers[k] += 1
    return numbers


def keeper_of(dice, iso):
    return dice.choice((f"ct-{iso.lower()}", f"ct-{iso.lower()}", "ct", "ct-tp"))


def year_2025(book, dice):
    left = dict(IN_2025)
    for day, iso, keeper, partner, title, text, people, purpose, level, role, aid in LATE:
        left[iso] -= 1
        book.made_up("delegation", f"DV-2025-{100 + len(book.of('delegation')):03d}", direction="in", title=title, countries=iso, partner=partner,
                     from_date=f"2025-{day}", members=str(people), purpose=purpose, level=level, programme=text, host_role=role, status="completed", org=keeper, aid=aid)
    assert sum(x[6] for x in LATE) == 93
    pool = [iso for iso, n in left.items() for _ in range(n)]
    dice.shuffle(pool)
    people = split(dice, 291 - 93, len(pool), 2, 11)
    k = 0
    for month, n in enumerate(MONTHS_2025[:9], 1):
        for i in range(n):
            iso = pool[k]
            incoming(book, dice, f"DV-2025-{k + 1:03d}", f"2025-{month:02d}-{3 + i * 4 + dice.randrange(3):02d}", iso, keeper_of(dice, iso), people[k])
            k += 1
    assert k == len(pool) == 42
    for start, end, iso, keeper, partner, title, text, n, purpose, city in OUT_2025:
        book.made_up("delegation", f"DR-2025-{start[5:7]}", direction="out", title=title, countries=iso, partner=partner, from_date=start, to_date=end, members=str(n),
                     purpose=purpose, programme=text, visited_city=city, host_role="lead_host", status="completed", cost_source="state", org=keeper)


def other_years(book, dice):
    """2022: 24 of the Union's in the first half, 29 more later; 2023 and 2024 so that years can be compared."""
    mix = ["KR"] * 6 + ["JP"] * 5 + ["US"] * 4 + ["FR"] * 2 + ["IN"] * 2 + ["DE"] * 2 + ["LA"] * 2 + ["KH"] * 2 + ["NL", "CN", "GB", "AU", "TH", "SG"]
    for year, halves in ((2022, (24, 29)), (2023, (20, 25)), (2024, (22, 27))):
        n = 0
        for half, wanted in enumerate(halves):
            for i in range(wanted):
                n += 1
                iso = dice.choice(mix)
                month = 1 + 6 * half + i * 6 // wanted
                keeper = dice.choice((f"ct-{iso.lower()}", "ct"))
                incoming(book, dice, f"DV-{year}-{n:03d}", f"{year}-{month:02d}-{2 + (i * 7) % 26:02d}", iso, keeper, dice.randrange(2, 12))
        if year > 2022:
            for iso, city in (("LA", "Champasak"), ("KH", "Phnom Penh")):
                book.made_up("delegation", f"DR-{year}-{iso}", direction="out", title=f"Đoàn thăm {COUNTRY[iso][0]} năm {year}", countries=iso, visited_city=city,
                             from_date=f"{year}-04-10", to_date=f"{year}-04-14", members="7", purpose="courtesy", programme="Chúc Tết cổ truyền", status="completed", org="ct")


def build(book):
    dice = random.Random(2025)
    year_2025(book, dice)
    other_years(book, dice)
    check(book)


def check(book):
    rows = book.of("delegation")
    mine = [r for r in rows if r["from_date"].startswith("2025") and r["direction"] == "in"]
    assert len(mine) == 57 and sum(int(r["members"]) for r in mine) == 291
    countries = {}
    for r in mine:
        countries[r["countries"]] = countries.get(r["countries"], 0) + 1
    assert countries == IN_2025, countries
    assert [sum(r["from_date"][5:7] == f"{m:02d}" for r in mine) for m in range(1, 13)] == MONTHS_2025
    assert max(r["from_date"] for r in mine) <= "2025-12-08"
    out = [r for r in rows if r["from_date"].startswith("2025") and r["direction"] == "out"]
    assert len(out) == 3 and sum(int(r["members"]) for r in out) == 21
    half = [r for r in rows if "2022-01-01" <= r["from_date"] <= "2022-06-30" and r["direction"] == "in"]
    assert len(half) == 24 and sum(r["from_date"].startswith("2022") and r["direction"] == "in" for r in rows) > 50
    assert all(r["org"] == "ct" or r["org"].startswith("ct-") and r["org"] != "ct-tp" for r in half)
