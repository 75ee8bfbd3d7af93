"""Aid: the items the articles name, made-up values so that the sums are what the articles declare."""
from book import money

REAL = dict(confidentiality="public")
GROUPS_HP = ["woman", "disadvantaged_child", "hiv_affected", "dioxin_victim", "person_with_disability"]
# The half-year 2022: mobilised 3,24 tỷ = 1,7 (the consulate, from the article) + 1,54 made up.
MOBILISED_2022 = {"F022": 1_700_000_000, "F023": 240_000_000, "VT-2022-003": 700_000_000, "VT-2022-004": 600_000_000}
# 2025 by field in whole dong: (implemented items, newly mobilised items), sums as on the overview.
SECTORS_2025 = {"education": 13_921_400_000, "climate": 8_460_800_000, "social": 5_380_400_000, "health": 4_120_000_000,
                "infrastructure": 3_960_000_000}
IMPLEMENTED = [  # code, sector, value carried out in 2025
    ("F056", "education", 4_830_000_000), ("VT-2025-002", "education", 1_240_000_000), ("VT-2025-003", "education", 865_400_000),
    ("VT-2025-004", "education", 620_000_000), ("F057", "climate", 1_650_000_000), ("VT-2025-006", "climate", 980_800_000),
    ("VT-2025-007", "climate", 730_000_000), ("VT-CATALYST-2025", "social", 420_000_000), ("VT-2025-009", "social", 385_000_000),
    ("VT-2025-010", "social", 510_400_000), ("VT-2025-011", "social", 295_000_000), ("VT-2025-012", "social", 340_000_000),
    ("VT-PVF-2025", "health", 870_000_000), ("VT-GD-2025", "health", 640_000_000), ("VT-2025-015", "health", 410_000_000),
    ("F055", "infrastructure", 2_160_000_000)]
NEW_2025 = [  # title, sector, donor country, month of the commitment, value
    ("Học bổng nghề cho thanh niên nông thôn", "education", "KR", 2, 1_450_000_000), ("Phòng học thông minh cho năm trường tiểu học", "education", "JP", 4, 1_320_000_000),
    ("Thư viện xanh vùng ven sông", "education", "US", 5, 876_000_000), ("Đào tạo kỹ thuật viên năng lượng mặt trời", "education", "DE", 8, 1_640_000_000),
    ("Tiếng Pháp trong trường phổ thông", "education", "FR", 9, 1_080_000_000), ("Lọc nước ngọt cho vùng hạn mặn", "climate", "DE", 3, 1_510_000_000),
    ("Trồng rừng phòng hộ ven sông Hậu", "climate", "JP", 6, 1_260_000_000), ("Cảnh báo sạt lở cộng đồng", "climate", "NL", 7, 1_390_000_000),
    ("Canh tác lúa phát thải thấp", "climate", "AU", 10, 940_000_000), ("Mái ấm cho trẻ mồ côi", "social", "KR", 1, 690_000_000),
    ("Xe lăn và chân giả cho người khuyết tật", "social", "US", 3, 745_000_000), ("Vốn nhỏ cho phụ nữ nghèo", "social", "CA", 5, 810_000_000),
    ("Nhà hữu nghị cho hộ nghèo", "social", "KR", 9, 635_000_000), ("Bữa ăn cho người già neo đơn", "social", "SG", 11, 550_000_000),
    ("Phẫu thuật mắt nhân đạo", "health", "IN", 4, 1_250_000_000), ("Trang thiết bị trạm y tế", "health", "JP", 10, 950_000_000),
    ("Cầu nông thôn ấp Thới Hòa", "infrastructure", "KR", 6, 980_000_000), ("Đường và cống xã Trường Thành", "infrastructure", "JP", 11, 820_000_000)]


def value(book, aid, n, basis, date, amount, made_up=True, org="ct", **more):
    add = book.made_up if made_up else book.add
    add("aid_value", f"{aid}-V{n}", aid=aid, basis=basis, date=date, amount=amount, org=org, **more)


def first_half_2022(book):
    book.add("aid", "F022", kind="non_project", title="Trang thiết bị, nhạc cụ cho Trường Cao đẳng Văn hóa - Nghệ thuật Cần Thơ",
             title_en="Equipment and instruments for Can Tho College of Culture and Arts", donor="DT-TLS-JP", provider_class="foreign_government_mission",
             country="JP", recipient="Trường Cao đẳng Văn hóa - Nghệ thuật Cần Thơ", union_role="mobiliser", sector="culture_sport", places="f92",
             from_date="2022-01-01", to_date="2022-06-30", status="completed", org="ct",
             note="Bài báo chỉ nêu hai quý đầu năm 2022; ngày bàn giao chưa rõ.", **REAL)
    for n, basis in enumerate(("committed", "in_kind"), 1):
        value(book, "F022", n, basis, "2022-06-30", money(1_700_000_000, "more_than"), made_up=False, confidentiality="public", item="Trang thiết bị, nhạc cụ")
    title = "Hỗ trợ tài chính tăng cường dinh dưỡng cho trẻ có hoàn cảnh khó khăn"
    common = dict(kind="project", donor="DT-HERBALIFE", provider_class="company", recipient="Nhà nuôi trẻ mồ côi Hướng Dương", union_role="mobiliser",
                  sector="nutrition", places="f92", org="ct", **REAL)
    book.add("aid", "F023-S", title=f"{title} (các năm trước)", title_en="Nutrition support for disadvantaged children (earlier years)",
             to_date="2021-12-31", status="closed", note="Bài báo cho biết năm 2022 là lần tái ký năm thứ 8; các năm trước chưa có số liệu.", **common)
    book.add("aid", "F023", 1, title=f"{title}, năm thứ 8", title_en="Nutrition support for disadvantaged children, eighth year", series="F023-S",
             year_no=8, from_date="2022-01-01", to_date="2022-12-31", status="completed",
             note="Bài báo chỉ nêu hai quý đầu năm 2022; sổ ghi tròn năm thứ 8.", **common)
    value(book, "F023", 1, "committed", "2022-03-10", money(MOBILISED_2022["F023"]))
    made = [("VT-2022-003", "Tủ sách song ngữ cho học sinh", "education", "US", 2), ("VT-2022-004", "Nước sạch cho hộ nghèo ngoại thành", "climate", "KR", 5),
            ("VT-2021-005", "Hỗ trợ sinh kế sau dịch COVID-19", "social", "JP", 0), ("VT-2021-006", "Khám mắt lưu động cho học sinh", "health", "IN", 0)]
    for code, text, sector, iso, month in made:
        start = f"2022-{month:02d}-15" if month else "2021-07-01"
        made_up_item(book, code, text, sector, iso, start, "2022-12-31" if month else "2022-09-30", "completed")
        if month:
            value(book, code, 1, "committed", start, money(MOBILISED_2022[code]))
        else:
            value(book, code, 1, "committed", "2021-06-20", money(450_000_000))


def made_up_item(book, code, title, sector, iso, start, end, status, **more):
    donors = [p["code"] for p in book.of("partner") if p.get("illustrative") and p.get("country") == iso and p["kind"] in ("ingo", "foreign_foundation")]
    donor = donors[sum(map(ord, code)) % len(donors)]
    book.made_up("aid", code, kind=more.pop("kind", "project"), title=title, donor=donor, provider_class="ingo", country=iso, union_role="mobiliser",
                 recipient=more.pop("recipient", "Ủy ban nhân dân các phường, xã (minh họa)"), sector=sector, places=more.pop("places", "p92"), from_date=start, to_date=end,
                 status=status, org=more.pop("org", "ct"), **more)


def named_2025(book):
    """What the 2025 article names; it gives no days and no values."""
    note = "Bài báo nêu trong kết quả năm 2025, không nêu ngày và giá trị; các dòng giá trị là minh họa."
    span = dict(from_date="2025-01-01", to_date="2025-12-31", org="ct", note=note, **REAL)
    book.add("aid", "F056", kind="non_project", title="Trung tâm Đào tạo xuất sắc", title_en="Centre of Excellence in Training", donor="DT-SCHNEIDER",
             provider_class="foundation", country="FR", recipient="Các trường đại học, cao đẳng tại Cần Thơ", union_role="owner", sector="education",
             more_sectors="vocational|science_digital", places="p92", status="implementing",
             components="Trang thiết bị; khóa “Thợ điện xanh”; khóa “Công nghiệp 4.0” cho sinh viên", **span)
    book.add("aid", "F057", kind="programme", title="Người Bảo vệ Đồng bằng Sông Cửu Long", title_en="Guardians of the Mekong Delta", donor="DT-MYI",
             provider_class="ingo", country="KR", recipient="Người dân vùng hạn, mặn", union_role="coordinator", sector="climate", places="p92",
             status="implementing", components="Bồn chứa nước, máy đo mặn", joint="ct-kr", **span)
    book.add("aid", "F055", kind="project", title="Hai cầu giao thông nông thôn do Đại sứ quán Ấn Độ tài trợ", title_en="Two rural bridges funded by the Embassy of India",
             donor="DT-DSQ-IN", provider_class="foreign_government_mission", country="IN", recipient="Người dân nông thôn", union_role="mobiliser",
             sector="infrastructure", places="p92", status="completed", result="Hoàn thành 2 cây cầu", **(span | {"to_date": "2025-12-08"}))
    for code, title, en, donor, iso, sector in (
            ("VT-PVF-2025", "Khám chữa bệnh nhân đạo của tổ chức PVF", "Medical charity of PVF", "DT-PVF", "US", "health"),
            ("VT-GD-2025", "Khám chữa bệnh nhân đạo của tổ chức G&D", "Medical charity of G&D", "DT-GD", "FR", "health"),
            ("VT-CATALYST-2025", "Hỗ trợ người có hoàn cảnh khó khăn của Catalyst Foundation", "Support by Catalyst Foundation", "DT-CATALYST", "", "social")):
        book.add("aid", code, kind="non_project", title=title, title_en=en, donor=donor, provider_class="ingo", country=iso, recipient="Người có hoàn cảnh khó khăn",
                 union_role="coordinator", sector=sector, places="p92", status="implementing", **span)


MADE_UP_2025 = {"VT-2025-002": ("Lớp học số vùng ven", "KR"), "VT-2025-003": ("Học bổng nữ sinh kỹ thuật", "JP"), "VT-2025-004": ("Phòng tiếng Hàn cho trường nghề", "KR"),
                "VT-2025-006": ("Vườn ươm cây chịu mặn", "DE"), "VT-2025-007": ("Trường học xanh thích ứng khí hậu", "DE"), "VT-2025-009": ("Tập vật lý trị liệu tại nhà", "US"),
                "VT-2025-010": ("Nhà tình bạn cho hộ nghèo", "KR"), "VT-2025-011": ("Chăm sóc trẻ tự kỷ", "JP"), "VT-2025-012": ("Bếp ăn cho bệnh nhân nghèo", "US"),
                "VT-2025-015": ("Tủ thuốc trạm y tế xã đảo", "FR")}


def year_2025(book):
    named_2025(book)
    for n, (code, (title, iso)) in enumerate(MADE_UP_2025.items()):
        sector = next(s for c, s, _ in IMPLEMENTED if c == code)
        made_up_item(book, code, title, sector, iso, f"2024-{3 + n % 8:02d}-01", "2026-06-30", "implementing",
                     decision_no=f"{1200 + 37 * n}/QĐ-UBND", decision_date=f"2024-0{1 + n % 8}-12", authority="UBND thành phố Cần Thơ")
        value(book, code, 1, "committed", f"2023-11-{10 + n:02d}", money(dict((c, v) for c, _, v in IMPLEMENTED)[code] * 2))
    for code, _, amount in IMPLEMENTED:
        if code != "F056":
            half = amount // 200_000 * 100_000
            value(book, code, 2, "disbursed", "2025-05-20", money(half))
            value(book, code, 3, "in_kind" if code in ("F057", "F055") else "disbursed", "2025-10-30", money(amount - half))
    schneider(book)
    for n, (title, sector, iso, month, amount) in enumerate(NEW_2025, 1):
        code = f"VT-2025-{20 + n:03d}"
        made_up_item(book, code, title, sector, iso, "2026-01-15", "2027-12-31", "approved" if month < 8 else "appraising")
        value(book, code, 1, "committed", f"2025-{month:02d}-{5 + n:02d}", money(amount))


def schneider(book):
    """250.000 EUR at 27.600, nine transfers that come to 175.000 EUR = 4,83 tỷ."""
    rate = dict(rate="27600", rate_date="2025-01-27")
    items = [("Thiết bị phòng thực hành", "2025-03-20", 1_100), ("Thiết bị phòng thực hành", "2025-05-15", 1_200), ("Khóa “Công nghiệp 4.0”", "2025-06-02", 250),
             ("Tập huấn giảng viên", "2025-06-20", 200), ("Thiết bị phòng thực hành", "2025-07-18", 440), ("Khóa “Thợ điện xanh”", "2025-08-22", 680),
             ("Khóa “Công nghiệp 4.0”", "2025-09-12", 200), ("Giám sát, kiểm toán", "2025-09-25", 80), ("Thiết bị phòng thực hành", "2025-12-03", 680)]
    assert sum(m for *_, m in items) == 4830
    budget = [("Thiết bị phòng thực hành", 4_100), ("Khóa “Thợ điện xanh”", 1_150), ("Khóa “Công nghiệp 4.0”", 950), ("Tập huấn giảng viên", 450), ("Giám sát, kiểm toán", 250)]
    n, left = 0, 25_000_000
    for k, (item, million) in enumerate(budget):
        n += 1
        cents = left if k == len(budget) - 1 else round(million * 1_000_000 * 100 / 27_600)
        left -= cents
        value(book, "F056", n, "committed", "2024-11-18", euro(cents), item=item, doc="Thư cam kết (minh họa)", **rate)
    for k, (item, million) in enumerate(budget):
        n += 1
        value(book, "F056", n, "approved", "2025-01-27", euro(round(million * 1_000_000 * 100 / 27_600) if k else 25_000_000 - sum(round(m * 100_000_000 / 27_600) for _, m in budget[1:])),
              item=item, doc="1642/QĐ-UBND (minh họa)", **rate)
    left = 17_500_000
    for k, (item, day, million) in enumerate(items):
        n += 1
        cents = left if k == len(items) - 1 else round(million * 1_000_000 * 100 / 27_600)
        left -= cents
        value(book, "F056", n, "disbursed", day, euro(cents), item=item, doc=f"Lần {k + 1} (minh họa)", **rate)
    for group, direct in (("student", 166),):
        book.made_up("aid_beneficiary", "F056-B1", aid="F056", beneficiary_group=group, direct=str(direct), female="48", as_of="2025-12-08", org="ct")


def euro(cents):
    return money(f"{cents // 100},{cents % 100:02d}", currency="EUR")


def hai_phong(book):
    """52 approved items of 9,5 triệu USD over the term: only the total is known, so every item is made up."""
    per_year = [9, 9, 9, 9, 8, 8]
    assert sum(per_year) == 52
    themes = [("Hỗ trợ phụ nữ khó khăn", "gender", "woman"), ("Bảo vệ trẻ em khó khăn", "child_protection", "disadvantaged_child"), ("Phòng, chống HIV/AIDS cộng đồng", "hiv_aids", "hiv_affected"),
              ("Giúp nạn nhân chất độc da cam", "war_legacy", "dioxin_victim"), ("Phục hồi chức năng cho người khuyết tật", "disability", "person_with_disability")]
    left, n = 9_500_000, 0
    for k, items in enumerate(per_year):
        for i in range(items):
            n += 1
            amount = left if n == 52 else 150_000 + 5_000 * ((n * 5) % 14)
            left -= amount
            title, sector, group = themes[n % 5]
            day = f"{2018 + k}-{1 + (i * 5) % 12:02d}-{10 + i:02d}"
            code = f"VT-HP-{n:02d}"
            book.made_up("aid", code, kind="project" if n % 2 else "non_project", title=f"{title} {n}", provider_class="ingo", sector=sector, places="f31", recipient="Đơn vị tiếp nhận (minh họa)",
                         from_date=day, to_date=f"{2019 + k}-12-31", status="closed", decision_date=day, decision_no=f"{1000 + n}/QĐ-UBND", authority="UBND thành phố Hải Phòng", org="hp")
            value(book, code, 1, "approved", day, money(amount, currency="USD"), org="hp")
            book.made_up("aid_beneficiary", f"{code}-B1", aid=code, beneficiary_group=group, direct="chưa rõ", org="hp")


def build(book):
    for part in (first_half_2022, year_2025, hai_phong):
        part(book)
    check(book)


def check(book):
    by_sector = {}
    for _, sector, amount in IMPLEMENTED:
        by_sector[sector] = by_sector.get(sector, 0) + amount
    for _, sector, _, _, amount in NEW_2025:
        by_sector[sector] = by_sector.get(sector, 0) + amount
    off = {s: SECTORS_2025[s] - v for s, v in by_sector.items() if SECTORS_2025[s] != v}
    assert not off, off
    assert sum(SECTORS_2025.values()) == 35_842_600_000 and len(IMPLEMENTED) == 16 and len(NEW_2025) == 18
    assert sum(MOBILISED_2022.values()) == 3_240_000_000
