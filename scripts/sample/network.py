"""Organisations of the sample office: what the articles name, and made-up associations up to the 21 they count."""

COUNTRY = {"KR": ("Hàn Quốc", "Korea"), "LA": ("Lào", "Laos"), "CN": ("Trung Quốc", "China"), "NL": ("Hà Lan", "Netherlands"),
           "JP": ("Nhật Bản", "Japan"), "US": ("Hoa Kỳ", "United States"), "FR": ("Pháp", "France"), "IN": ("Ấn Độ", "India"),
           "KH": ("Campuchia", "Cambodia"), "RU": ("Liên bang Nga", "Russia"), "DE": ("Đức", "Germany"), "GB": ("Anh", "United Kingdom"),
           "CA": ("Canada", "Canada"), "CU": ("Cuba", "Cuba"), "BE": ("Bỉ", "Belgium"), "SG": ("Singapore", "Singapore"),
           "AU": ("Úc", "Australia"), "TH": ("Thái Lan", "Thailand"), "ID": ("Indonesia", "Indonesia"), "HU": ("Hungary", "Hungary"),
           "CZ": ("Cộng hòa Séc", "Czechia"), "CH": ("Thụy Sĩ", "Switzerland"), "IT": ("Ý", "Italy"), "MY": ("Malaysia", "Malaysia"),
           "NZ": ("New Zealand", "New Zealand"), "PL": ("Ba Lan", "Poland")}
# The articles name the associations with Korea, Laos, China and the Netherlands; the other seventeen are made up.
NAMED = ["KR", "LA", "CN", "NL"]
MADE_UP = ["JP", "US", "FR", "IN", "KH", "RU", "DE", "GB", "CA", "CU", "BE", "SG", "AU", "TH", "ID", "HU", "CZ"]
ASLEEP = ["HU", "CZ"]  # associations without an activity in 2025
CHAIRS = {"KR": "Nguyễn Thanh Xuân, Chủ tịch (2022)", "LA": "Nguyễn Thị Kim Liên, Chủ tịch (2022)", "CN": "Ngô Quốc Tuấn, Chủ tịch (2022)"}
UNION = "Liên hiệp các tổ chức hữu nghị"
REAL = dict(confidentiality="public", status="active")


def association(book, union, iso, city_vi, city_en, step, made_up=False, **more):
    vi, en = COUNTRY[iso]
    name = f"{union}-{iso.lower()}"
    add = book.made_up if made_up else book.add
    add("organisation", name, step, name=more.pop("name", f"Hội hữu nghị Việt Nam - {vi} thành phố {city_vi}"),
        name_en=f"Viet Nam - {en} Friendship Association of {city_en}", short_name=f"Hội Việt Nam – {vi}",
        kind="bilateral_association", level="provincial", parent=union, country_focus=iso, legal_status="association",
        place=f"Thành phố {city_vi}", **REAL, **more)


def localities(book):
    book.add("organisation", "vufo", name=f"{UNION} Việt Nam", name_en="Viet Nam Union of Friendship Organisations",
             short_name="VUFO", aliases="LHHN Việt Nam, Liên hiệp Việt Nam", kind="national_union", level="central", legal_status="party_state_assigned", **REAL)
    for code, vi, en, ended in (("ct-tp", "Thành phố Cần Thơ", "Can Tho city", ""), ("hp-tp", "Thành phố Hải Phòng", "Hai Phong city", ""),
                                ("bg-tinh", "Tỉnh Bắc Giang", "Bac Giang province", "2025-06-30"),
                                ("bn-tinh", "Thành phố Bắc Ninh", "Bac Ninh city", ""),
                                ("hgi-tinh", "Tỉnh Hậu Giang", "Hau Giang province", "2025-06-30"),
                                ("st-tinh", "Tỉnh Sóc Trăng", "Soc Trang province", "2025-06-30")):
        book.add("organisation", code, name=f"{vi} (toàn địa bàn)", name_en=f"{en} as a whole", short_name=vi, kind="locality",
                 level="provincial", place=vi, confidentiality="public", status="merged" if ended else "active", ended=ended)


def unions(book):
    for code, city, en, locality, contact, symbol in (
            ("ct", "thành phố Cần Thơ", "Can Tho", "ct-tp", "Lê Thị Thanh Giang, Chủ tịch (2022)", "LHHN"),
            ("hp", "thành phố Hải Phòng", "Hai Phong", "hp-tp", "Đỗ Văn Bình, Chủ tịch (2024)", "LHHN"),
            ("bg", "tỉnh Bắc Giang", "Bac Giang", "bg-tinh", "", "LHHN")):
        place = city.removeprefix("thành phố ").removeprefix("tỉnh ")
        book.add("organisation", code, 1, name=f"{UNION} {city}", aliases=f"LHHN {place}, LHCTCHN {place}, Liên hiệp CTCHN {place}, Liên hiệp hữu nghị {place}", name_en=f"Union of Friendship Organisations of {en}",
                 short_name="Liên hiệp " + city.removeprefix("thành phố ").removeprefix("tỉnh "), kind="provincial_union", level="provincial",
                 parent="vufo", locality=locality, legal_status="party_state_assigned", contact=contact, symbol=symbol,
                 place=city[0].upper() + city[1:], **REAL)


def can_tho(book):
    for iso in NAMED:
        association(book, "ct", iso, "Cần Thơ", "Can Tho", 2, contact=CHAIRS.get(iso, ""))
    for iso in MADE_UP:
        association(book, "ct", iso, "Cần Thơ", "Can Tho", 2, made_up=True, liaison="Phạm Minh Thư")
    # No article names a club of Cần Thơ. Founded after the years that the articles report; their sessions are kept by hand.
    book.made_up("organisation", "ct-clb-tieng-han", 3, name="Câu lạc bộ tiếng Hàn của Hội Việt Nam - Hàn Quốc (minh họa)", name_en="Korean club of the Korea association (illustrative)", kind="club", level="grassroots",
                 parent="ct-kr", topic="language", country_focus="KR", club_state="regular", club_language="ko", established="2026-01-05", status="active")
    book.made_up("organisation", "ct-clb-van-nghe", 3, name="Câu lạc bộ văn nghệ hữu nghị Cần Thơ (minh họa)", name_en="Friendship arts club of Can Tho (illustrative)", kind="club", level="grassroots",
                 parent="ct", topic="arts", club_state="regular", established="2026-01-05", status="active")


def hai_phong(book):
    association(book, "hp", "KR", "Hải Phòng", "Hai Phong", 2)
    association(book, "hp", "NL", "Hải Phòng", "Hai Phong", 2, name="Hội hữu nghị và hợp tác Việt Nam - Hà Lan thành phố Hải Phòng")
    association(book, "hp", "RU", "Hải Phòng", "Hai Phong", 2, name="Hội hữu nghị Việt - Nga thành phố Hải Phòng", aliases="Hội hữu nghị Việt - Xô, Hội hữu nghị Việt Nam - Liên bang Nga")
    association(book, "hp", "LA", "Hải Phòng", "Hai Phong", 2)
    book.add("organisation", "hp-peace", 2, name="Ủy ban Hòa bình thành phố Hải Phòng", name_en="Peace Committee of Hai Phong",
             short_name="Ủy ban Hòa bình Hải Phòng", kind="peace_committee", level="provincial", parent="hp", **REAL)
    clubs = [("hp-peace-dhhp", "Câu lạc bộ hòa bình Trường Đại học Hải Phòng", "Peace club of Hai Phong University", "hp-peace", "peace", ""),
             ("hp-peace-dhhh", "Câu lạc bộ hòa bình Trường Đại học Hàng hải Việt Nam", "Peace club of Viet Nam Maritime University", "hp-peace", "peace", ""),
             ("hp-clb-la", "Câu lạc bộ văn nghệ Việt - Lào", "Viet Nam - Laos arts club", "hp", "arts", "LA"),
             ("hp-clb-kh", "Câu lạc bộ văn nghệ Việt Nam - Campuchia", "Viet Nam - Cambodia arts club", "hp", "arts", "KH"),
             ("hp-clb-tieng-han", "Câu lạc bộ tiếng Hàn Trường Tiểu học Nguyễn Văn Tố", "Korean club of Nguyen Van To primary school", "hp", "language", "KR")]
    for code, vi, en, parent, topic, country in clubs:
        book.add("organisation", code, 3, name=vi, name_en=en, kind="club", level="grassroots", parent=parent, topic=topic,
                 country_focus=country, **REAL)
    for n in range(1, 8):  # the article counts seven chapters and names none
        book.made_up("organisation", f"hp-ru-ch{n}", 3, name=f"Chi hội {n}, Hội hữu nghị Việt - Nga Hải Phòng", name_en=f"Chapter {n} of the Russia association of Hai Phong",
                     kind="chapter", level="grassroots", parent="hp-ru", status="active")


def bac_giang(book):
    for iso, name in (("LA", "Hội hữu nghị Việt Nam - Lào tỉnh Bắc Giang"), ("RU", "Hội hữu nghị Việt Nam - Liên bang Nga tỉnh Bắc Giang"),
                      ("DE", "Hội hữu nghị Việt - Đức tỉnh Bắc Giang")):
        vi, en = COUNTRY[iso]
        book.add("organisation", f"bg-{iso.lower()}", 2, name=name, name_en=f"Viet Nam - {en} Friendship Association of Bac Giang",
                 short_name=f"Hội Việt Nam – {vi}", kind="bilateral_association", level="provincial", parent="bg", country_focus=iso, **REAL)


def changes(book):
    law = "19/2025/QĐ-TTg"
    for n, (old, new, text) in enumerate((("bg-tinh", "bn-tinh", "Tỉnh Bắc Giang và tỉnh Bắc Ninh hợp nhất thành tỉnh Bắc Ninh"),
                                          ("hgi-tinh", "ct-tp", "Tỉnh Hậu Giang hợp nhất vào thành phố Cần Thơ"),
                                          ("st-tinh", "ct-tp", "Tỉnh Sóc Trăng hợp nhất vào thành phố Cần Thơ")), 1):
        book.add("succession", f"BD-2025-{n}", from_org=old, to_org=new, kind="merge", date="2025-07-01", decision_no=law,
                 description=text, org=new, confidentiality="public")
    book.add("succession", "BD-2026-1", from_org="bn-tinh", to_org="bn-tinh", kind="rename", date="2026-09-20", decision_no="39/2026/QH16",
             description="Tỉnh Bắc Ninh trở thành thành phố Bắc Ninh", org="bn-tinh", confidentiality="public")
    book.add("organisation_name", "TEN-BN-1", organisation="bn-tinh", name="Tỉnh Bắc Ninh", name_en="Bac Ninh province", valid_from="2025-07-01",
             valid_to="2026-09-19", decision_no=law, org="bn-tinh")
    book.add("organisation_name", "TEN-BN-2", organisation="bn-tinh", name="Thành phố Bắc Ninh", name_en="Bac Ninh city", valid_from="2026-09-20",
             decision_no="39/2026/QH16", org="bn-tinh")
    # A made-up association that changed its name, so that the changes of a period show something.
    was, now = "Hội hữu nghị Việt - Anh thành phố Cần Thơ", "Hội hữu nghị Việt Nam - Anh thành phố Cần Thơ"
    book.made_up("succession", "BD-MH-1", from_org="ct-gb", to_org="ct-gb", kind="rename", date="2025-03-03", description=f"“{was}” đổi tên thành “{now}”", org="ct-gb", confidentiality="public")
    book.made_up("organisation_name", "TEN-MH-1", organisation="ct-gb", name=was, name_en="Viet - British Friendship Association of Can Tho", valid_to="2025-03-02", org="ct-gb")
    book.made_up("organisation_name", "TEN-MH-2", organisation="ct-gb", name=now, name_en="Viet Nam - United Kingdom Friendship Association of Can Tho", valid_from="2025-03-03", org="ct-gb")


def members(book):
    book.add("membership", "F049", title="Hội viên Hội hữu nghị Việt - Nga thành phố Hải Phòng", as_of="2024-05-24", kind="all",
             count="gần 600", chapters="7", source="Thời Đại, 24/5/2024", org="hp-ru", confidentiality="public")
    for iso, n in (("KR", 210), ("LA", 260), ("CN", 185), ("NL", 120), ("JP", 240), ("US", 150), ("FR", 165), ("IN", 90)):
        book.made_up("membership", f"HV-{iso}-2024", title=f"Hội viên Hội hữu nghị Việt Nam - {COUNTRY[iso][0]} năm 2024", as_of="2024-12-31",
                     kind="all", count=str(n), youth=str(n // 4), women=str(n // 3), org=f"ct-{iso.lower()}")


def build(book):
    for part in (localities, unions, can_tho, hai_phong, bac_giang, changes, members):
        part(book)
