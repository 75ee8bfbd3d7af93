"""Partners: those the articles name, and made-up ones up to 197 with greetings that keep each relation alive."""
from network import COUNTRY

REAL = dict(confidentiality="public", status="cooperating")
NAMED = [  # code, org, name, English, aliases, kind, country, city
    ("DT-MYI", "ct-kr", "Tổ chức Merry Year International (MYI)", "Merry Year International", "MYI", "ingo", "KR", ""),
    ("DT-SEOUL", "ct-kr", "Trường Đại học Seoul", "Seoul university", "Đại học Seoul", "foreign_university", "KR", "Seoul"),
    ("DT-CDHQ", "ct-kr", "Cộng đồng người Hàn Quốc tại Việt Nam", "Korean community in Viet Nam", "", "foreign_community", "KR", ""),
    ("DT-TLS-JP", "ct", "Tổng Lãnh sự quán Nhật Bản tại TP. Hồ Chí Minh", "Consulate General of Japan in Ho Chi Minh City", "", "consulate_general", "JP", "TP. Hồ Chí Minh"),
    ("DT-TLS-KR", "ct", "Tổng Lãnh sự quán Hàn Quốc tại TP. Hồ Chí Minh", "Consulate General of Korea in Ho Chi Minh City", "", "consulate_general", "KR", "TP. Hồ Chí Minh"),
    ("DT-TLS-KH", "ct", "Tổng Lãnh sự quán Campuchia tại TP. Hồ Chí Minh", "Consulate General of Cambodia in Ho Chi Minh City", "", "consulate_general", "KH", "TP. Hồ Chí Minh"),
    ("DT-TLS-IN", "ct", "Tổng Lãnh sự quán Ấn Độ tại TP. Hồ Chí Minh", "Consulate General of India in Ho Chi Minh City", "", "consulate_general", "IN", "TP. Hồ Chí Minh"),
    ("DT-TLS-LA", "ct-la", "Tổng Lãnh sự quán Lào tại TP. Hồ Chí Minh", "Consulate General of Laos in Ho Chi Minh City", "", "consulate_general", "LA", "TP. Hồ Chí Minh"),
    ("DT-TLS-NL", "ct-nl", "Tổng Lãnh sự quán Hà Lan tại TP. Hồ Chí Minh", "Consulate General of the Netherlands in Ho Chi Minh City", "", "consulate_general", "NL", "TP. Hồ Chí Minh"),
    ("DT-SAVANNAKHET", "ct-la", "Tỉnh Savannakhet", "Savannakhet province", "", "foreign_local_government", "LA", "Savannakhet"),
    ("DT-CHAMPASAK", "ct-la", "Tỉnh Champasak", "Champasak province", "Chăm-pa-sắc", "foreign_local_government", "LA", "Champasak"),
    ("DT-HERBALIFE", "ct", "Công ty Herbalife", "Herbalife", "", "company", "", ""),
    ("DT-SCHNEIDER", "ct", "Quỹ Schneider", "Schneider foundation", "", "foreign_foundation", "FR", ""),
    ("DT-DSQ-IN", "ct", "Đại sứ quán Ấn Độ tại Việt Nam", "Embassy of India in Viet Nam", "", "embassy", "IN", "Hà Nội"),
    ("DT-DSQ-FR", "ct", "Đại sứ quán Cộng hòa Pháp tại Việt Nam", "Embassy of France in Viet Nam", "", "embassy", "FR", "Hà Nội"),
    ("DT-PVF", "ct", "Tổ chức PVF", "PVF", "", "ingo", "US", ""),
    ("DT-CATALYST", "ct", "Catalyst Foundation", "Catalyst Foundation", "", "ingo", "", ""),
    ("DT-GD", "ct", "Tổ chức G&D", "G&D", "", "ingo", "FR", ""),
    ("DT-CHUKYO", "bg", "Hội hữu nghị Nhật - Việt vùng Chukyo", "Japan - Viet Nam Friendship Association of the Chukyo region", "Chukyo", "counterpart_association", "JP", ""),
    ("DT-YOKOI", "bg", "Công ty TNHH Yokoi Mould Việt Nam", "Yokoi Mould Vietnam", "Yokoi", "company", "JP", "Bắc Giang"),
    ("DT-XAYSOMBOUN", "bg", "Tỉnh Xaysomboun", "Xaysomboun province", "Xay Sổm Bun, Xay Sổm Bum", "foreign_local_government", "LA", "Xaysomboun"),
    ("DT-DONGHAE", "hp-kr", "Thành phố Donghae", "Donghae city", "", "foreign_local_government", "KR", "Donghae"),
    ("DT-HNH-HP", "hp-kr", "Hội người Hàn tại Hải Phòng", "Korean association in Hai Phong", "", "foreign_community", "KR", "Hải Phòng"),
    ("DT-WPC", "hp-peace", "Hội đồng Hòa bình thế giới", "World Peace Council", "WPC", "intl_organisation", "", ""),
    ("DT-MFP", "hp-peace", "Tổ chức Thị trưởng vì Hòa bình", "Mayors for Peace", "Mayor For Peace", "intl_organisation", "", ""),
    ("DT-HOATAI", "hp-peace", "Hiệp hội Nhân dân Trung Quốc vì Hòa bình và Tài giảm quân bị", "Chinese People's Association for Peace and Disarmament", "Hòa Tài", "peoples_organisation", "CN", ""),
]
SHARES = [("KR", 28), ("JP", 25), ("US", 23), ("FR", 14), ("DE", 13), ("GB", 9), ("AU", 9), ("CN", 8), ("KH", 8), ("LA", 7), ("IN", 7),
          ("CA", 6), ("NL", 6), ("TH", 4), ("SG", 4), ("RU", 4), ("BE", 2), ("CU", 2)]
WORDS = ["Cầu Vồng", "Hạt Giống", "Bàn Tay Xanh", "Ngọn Đèn", "Mái Ấm", "Dòng Sông", "Chân Trời", "Bình Minh", "Lá Chắn Xanh", "Nụ Cười",
         "Đồng Hành", "Con Thuyền", "Vườn Ươm", "Sao Mai", "Gió Mới", "Trang Sách", "Hoa Hướng Dương", "Bến Đợi", "Suối Nguồn", "Cánh Diều",
         "Ánh Trăng", "Mưa Đầu Mùa", "Đất Lành", "Tiếng Ve", "Hải Đăng", "Bước Chân Nhỏ", "Mùa Xuân", "Bồ Câu Trắng"]
FORMS = [("Tổ chức {}", "ingo"), ("Quỹ {}", "foreign_foundation"), ("Trường Đại học {}", "foreign_university"), ("Tổ chức Y tế {}", "ingo"),
         ("Công ty {}", "company"), ("Tổ chức Trẻ em {}", "ingo"), ("Hội Nhân dân {}", "peoples_organisation"), ("Trường Trung học {}", "foreign_school"),
         ("Tổ chức Môi trường {}", "ingo"), ("Hiệp hội Doanh nghiệp {}", "chamber")]


def named(book):
    for code, org, vi, en, aliases, kind, country, city in NAMED:
        book.add("partner", code, org=org, name=vi, name_en=en, aliases=aliases, kind=kind, country=country, city=city, **REAL)


def made_up(book):
    n = 0
    for iso, share in SHARES:
        vi, en = COUNTRY[iso]
        owner = f"ct-{iso.lower()}"
        for i in range(share):
            form, kind = FORMS[(n + i) % len(FORMS)]
            word = WORDS[i % len(WORDS)]
            n += 1
            book.made_up("partner", f"DT-MH-{n:03d}", org=owner if n % 3 else "ct", name=f"{form.format(word)} ({vi})",
                         name_en=f"Illustrative partner {n} ({en})", kind=kind, country=iso, status="cooperating",
                         priority=("strategic", "active", "active", "potential")[n % 4], relation_since=f"{2005 + n % 16}-0{1 + n % 9}-15")


def greetings(book):
    """Each partner of Cần Thơ had a letter at the end of 2021 and again at Tết 2024: both keep the relation of 36 months alive."""
    mine = [p for p in book.of("partner") if p["org"].split("-")[0] == "ct"]
    for year, day, text in ((2021, "2021-12-20", "Thư chúc mừng năm mới 2022"), (2024, "2024-01-25", "Thư chúc Tết Giáp Thìn 2024")):
        for n, p in enumerate(mine, 1):
            book.made_up("courtesy", f"XG-MH-{year}-{n:03d}", kind="greeting_letter", title=f"{text}: {p['name']}", partner=p["code"],
                         countries=p.get("country", ""), date=day, org=p["org"], status="done", led_by="Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ")
    assert len(mine) == 197, len(mine)


def visits(book):
    """F019: with the city's delegation at four consulates general; the article gives no days, only the half-year."""
    for iso in ("KR", "KH", "IN", "LA"):
        vi, en = COUNTRY[iso]
        book.add("courtesy", f"F019-{iso}", kind="accompany_leader", title=f"Cùng đoàn thành phố thăm Tổng Lãnh sự quán {vi} tại TP. Hồ Chí Minh",
                 title_en=f"With the city's delegation at the Consulate General of {en}", partner=f"DT-TLS-{iso}", countries=iso, since="2022-01-01",
                 date="2022-06-30", org="ct", status="done", place="TP. Hồ Chí Minh", confidentiality="public",
                 note="Bài báo chỉ nêu trong 6 tháng đầu năm 2022, không nêu ngày.")


def build(book):
    for part in (named, made_up, greetings, visits):
        part(book)
