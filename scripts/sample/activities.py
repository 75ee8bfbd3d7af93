"""Activities, contests, charity and trees: named ones from the articles, made-up ones up to 86 in 2025."""

from network import ASLEEP, COUNTRY, MADE_UP, NAMED
from book import money

REAL = dict(confidentiality="public", status="done")
GIVEN = dict(confidentiality="public", status="delivered")
NO_DAY = "Bài báo không nêu ngày; sổ ghi ngày cuối của khoảng thời gian."
KINDS = [("gathering", "Họp mặt hữu nghị Việt Nam - {}"), ("talk", "Tọa đàm đất nước, con người {}"), ("cultural_show", "Giao lưu văn nghệ Việt Nam - {}"),
         ("student_exchange", "Giao lưu sinh viên với {}"), ("food_fair", "Ngày ẩm thực {}"), ("exhibition", "Triển lãm ảnh Việt Nam - {}"),
         ("film_week", "Chiếu phim {}"), ("volunteer_programme", "Chương trình tình nguyện cùng bạn {}"), ("sport_event", "Giải thể thao hữu nghị Việt Nam - {}"),
         ("training", "Tập huấn hội viên về quan hệ với {}")]


def can_tho_2022(book):
    book.add("activity", "F002", kind="student_exchange", title="Giao lưu trực tuyến tình nguyện viên Việt Nam - Hàn Quốc", title_en="Online exchange of volunteers with Korea",
             from_date="2022-08-11", to_date="2022-08-20", format="online", participants="58", youth="58", countries="KR", partner_links="DT-MYI|DT-SEOUL",
             partners="Trường Phổ thông Thái Bình Dương", org="ct-kr", note="Bài báo ghi trung tuần tháng 8/2022.", **REAL)
    for code, kind, title, en, countries, last, extra in (
            ("F012", "anniversary", "Các hoạt động kỷ niệm 55 năm thiết lập quan hệ ngoại giao Việt Nam - Campuchia", "55 years of relations with Cambodia", "KH", "2022-09-03", dict(occasion="rel-KH")),
            ("F013", "yoga_day", "Ngày Quốc tế Yoga lần thứ 8", "Eighth International Day of Yoga", "IN", "2022-08-31", dict(edition="8", occasion="yoga_day")),
            ("HD-2022-KH-TET", "gathering", "Họp mặt hữu nghị nhân Tết cổ truyền Chôl Chnăm Thmây", "Gathering for Khmer New Year", "KH", "2022-09-03", dict(occasion="chol_chnam_thmay")),
            ("HD-2022-NL-1", "alumni_meeting", "Bữa sáng kết nối với cựu du học sinh Hà Lan", "Breakfast with alumni of the Netherlands", "NL", "2022-09-03", {}),
            ("HD-2022-NL-2", "business_forum", "Diễn đàn doanh nghiệp đồng bằng sông Cửu Long Việt Nam - Hà Lan", "Mekong Delta business forum with the Netherlands", "NL", "2022-09-03", {})):
        book.add("activity", code, kind=kind, title=title, title_en=en, countries=countries, since="2022-01-01", from_date=last, org="ct", note=NO_DAY, **extra, **REAL)


def can_tho_2025(book):
    for code, kind, title, en, iso, org, extra in (
            ("F058", "anniversary", "Chuỗi hoạt động kỷ niệm 30 năm thiết lập quan hệ ngoại giao Việt Nam - Hoa Kỳ", "30 years of relations with the United States", "US", "ct", dict(occasion="rel-US")),
            ("F059", "gathering", "Họp mặt kỷ niệm 75 năm quan hệ ngoại giao Việt Nam - Liên bang Nga", "75 years of relations with Russia", "RU", "ct", dict(occasion="rel-RU")),
            ("F067", "gathering", "Họp mặt kỷ niệm 75 năm quan hệ ngoại giao Việt Nam - Trung Quốc", "75 years of relations with China", "CN", "ct", dict(occasion="rel-CN")),
            ("HD-2025-NL", "exhibition", "Triển lãm ảnh về thích ứng với biến đổi khí hậu", "Photo exhibition on climate adaptation", "NL", "ct",
             dict(joint="ct-nl", partner_links="DT-TLS-NL", partners="Trường Đại học Cần Thơ")),
            ("F063", "plaque_ceremony", "Gắn biển LabelFrancEducation cho Trường Tiểu học Trần Quốc Toản", "LabelFrancEducation for Tran Quoc Toan primary school", "FR", "ct-tp", dict(venue="Trường Tiểu học Trần Quốc Toản"))):
        book.add("activity", code, kind=kind, title=title, title_en=en, countries=iso, since="2025-01-01", from_date="2025-12-08", org=org, note=NO_DAY, **extra, **REAL)


def made_up(book, year, wanted, last_month):
    awake = [iso for iso in NAMED + MADE_UP if not (year == 2025 and iso in ASLEEP)]
    for n in range(1, wanted + 1):
        iso = awake[(n - 1) % len(awake)]
        union_leads = n > len(awake) and n % 5 == 0  # every association leads at least once, the Union some
        kind, text = KINDS[(n * 7 + year) % len(KINDS)]
        month = 1 + (n * 5) % last_month
        day = 1 + (n * 11) % (7 if month == 12 else 27)
        people = 30 + (n * 37) % 240
        paid = dict(cost=money((4 + n % 9) * 1_500_000, "about" if n % 6 == 0 else "exact"), cost_source="state" if union_leads else "socialised") if year == 2025 and n % 3 == 0 else {}
        book.made_up("activity", f"HD-{year}-{n:03d}", kind=kind, title=text.format(COUNTRY[iso][0]), from_date=f"{year}-{month:02d}-{day:02d}", format="hybrid" if n % 9 == 0 else "onsite",
                     countries=iso, participants=str(people), foreign_participants=str(people // 9), youth=str(people // 2), places="p92" if (year, month) >= (2025, 7) else "f92",
                     org="ct" if union_leads else f"ct-{iso.lower()}", joint=f"ct-{iso.lower()}" if union_leads else "", status="done", **paid)


def charity(book):
    book.add("charity", "F003", kind="tree", title="Trồng 1.000 cây bần ngăn sạt lở", title_en="1,000 mangrove apple trees against erosion", trees="1000", species="bần", sponsor="DT-MYI",
             sponsor_text="Trường Phổ thông Thái Bình Dương; Đoàn phường Long Hưng", countries="KR", place="Phường Long Hưng, quận Ô Môn", since="2022-01-01", date="2022-09-03", org="ct-kr", note=NO_DAY, **GIVEN)
    book.add("charity", "F004", kind="gift", title="Quà cho người dân có hoàn cảnh khó khăn", title_en="Gifts to people in hardship", value=money(30_000_000), sponsor="DT-MYI", countries="KR",
             recipients="Người dân có hoàn cảnh khó khăn", since="2022-01-01", date="2022-09-03", org="ct-kr", note=NO_DAY, **GIVEN)
    book.add("charity", "F005", kind="gift", title="Thăm, tặng quà 100 hộ của Làng Hữu nghị Việt Nam - Hàn Quốc và hộ nghèo lân cận", title_en="Gifts to 100 households of the Viet Nam - Korea friendship village",
             households="100", value=money(30_000_000, "nearly"), sponsor="DT-CDHQ", sponsor_text="Một thành viên cộng đồng người Hàn Quốc tại Việt Nam", countries="KR",
             recipients="100 hộ gia đình", since="2022-01-01", date="2022-06-30", org="ct-kr",
             note="Bài ngày 30/6/2022 nêu việc này trong kết quả 6 tháng; số tiền chỉ có ở bài ngày 03/9/2022.", **GIVEN)
    book.add("charity", "F029", kind="tree", title="Cây hoa anh đào của Hội Nhật - Việt vùng Chukyo tặng từ năm 2015", title_en="Cherry trees given since 2015", trees="hơn 700", species="hoa anh đào",
             sponsor="DT-CHUKYO", countries="JP", place="Trung tâm Hội nghị tỉnh; công viên Hoàng Hoa Thám; Suối Mỡ (Lục Nam); Yên Thế", since="2015-01-01", date="2022-12-31", org="bg", note=NO_DAY, **GIVEN)
    book.add("charity", "F030", kind="tree", title="Cây hoa anh đào tặng năm 2023", title_en="Cherry trees given in 2023", trees="gần 200", species="hoa anh đào", sponsor="DT-CHUKYO",
             sponsor_text="Công ty TNHH Yokoi Mould Việt Nam", countries="JP", since="2023-01-01", date="2023-06-03", org="bg", note=NO_DAY, **GIVEN)
    book.add("charity", "F031", 1, kind="tree", title="10 cây hoa anh đào trưởng thành trồng tại Tây Yên Tử", title_en="Ten mature cherry trees at Tay Yen Tu", trees="10", species="hoa anh đào", sponsor="DT-CHUKYO",
             countries="JP", place="Khu du lịch tâm linh - sinh thái Tây Yên Tử", same_as="F030", since="2023-01-01", date="2023-06-03", org="bg", note="10 cây nằm trong gần 200 cây năm 2023: chỉ tính một lần.", **GIVEN)
    book.add("charity", "F036", kind="school", title="Hỗ trợ xây 5 điểm trường tại 5 huyện của tỉnh Xaysomboun", title_en="Five school sites in Xaysomboun", other_quantity="5", other_unit="school_site",
             sponsor_text="Tỉnh Bắc Giang", countries="LA", place="Xaysomboun (Lào)", since="2021-01-01", date="2023-06-03", org="bg-tinh", note=NO_DAY, **GIVEN)
    for n, (iso, title, amount, day) in enumerate((("KR", "Quà Tết cho hộ nghèo", 45, "2025-01-20"), ("JP", "Tặng xe đạp cho học sinh", 60, "2025-08-28"), ("US", "Quà cho người khuyết tật", 38, "2025-04-18")), 1):
        book.made_up("charity", f"TT-2025-{n:03d}", kind="gift", title=f"{title} ({COUNTRY[iso][0]})", value=money(amount * 1_000_000), gifts=str(amount * 2), households=str(amount), countries=iso,
                     date=day, org=f"ct-{iso.lower()}", status="delivered")


def elsewhere(book):
    book.add("activity", "F034", kind="launch", title="Ra mắt Hội đồng hương Bắc Giang tại Nhật Bản", title_en="Launch of the Bac Giang compatriots' association in Japan", countries="JP",
             from_date="2023-04-22", venue="Osaka, Nhật Bản", org="bg-jp-compatriots", **REAL)
    term = dict(since="2018-01-01", from_date="2023-12-31", note=NO_DAY, **REAL)
    book.add("activity", "F044", kind="congress", title="Dự Đại hội lần thứ 22 của Hội đồng Hòa bình thế giới", title_en="22nd assembly of the World Peace Council", edition="22", partner_links="DT-WPC", org="hp-peace", **term)
    book.add("activity", "F046", kind="contest", title="Cuộc thi vô địch tiếng Anh Hải Phòng lần thứ X", title_en="Tenth English championship of Hai Phong", edition="10", language="en",
             partners="Sở Ngoại vụ, Sở Giáo dục và Đào tạo", org="hp", **term)
    book.add("activity", "F047", kind="contest", title="Chung kết cuộc thi tiếng Hàn lần thứ X - Hải Phòng 2024", title_en="Final of the tenth Korean contest of Hai Phong", edition="10", language="ko", subject="Hàn Quốc trong mắt tôi",
             countries="KR", partner_links="DT-HNH-HP", partners="Sở Ngoại vụ", from_date="2024-10-20", org="hp", **REAL)
    book.add("activity", "HD-HP-NL-1", kind="festival_day", title="Ngày Hà Lan tại Hải Phòng", title_en="Netherlands Day in Hai Phong", countries="NL", org="hp-nl", **term)
    book.add("activity", "HD-HP-NL-2", kind="festival_day", title="Ngày Nhà vua Hà Lan", title_en="King's Day", countries="NL", org="hp-nl", occasion="kings_day", **term)
    for year in range(2018, 2024):
        book.made_up("activity", f"HD-HP-HB-{year}-1", kind="requiem", title=f"Lễ tưởng niệm, cầu siêu các anh hùng liệt sĩ năm {year}", from_date=f"{year}-07-26", org="hp-peace", occasion="martyrs_day", status="done")
        book.made_up("activity", f"HD-HP-HB-{year}-2", kind="song_festival", title=f"Liên hoan tiếng hát hòa bình năm {year}", from_date=f"{year}-09-21", org="hp-peace", occasion="peace_day", status="done")


def build(book):
    can_tho_2022(book)
    can_tho_2025(book)
    made_up(book, 2023, 44, 12)
    made_up(book, 2024, 57, 12)
    made_up(book, 2025, 82, 12)
    charity(book)
    elsewhere(book)
    mine = [a for a in book.of("activity") if a["from_date"].startswith("2025") and (a["org"] == "ct" or a["org"].startswith("ct-")) and a["org"] != "ct-tp"]
    assert len(mine) == 86, len(mine)
    leading = {a["org"] for a in mine}
    assert len(leading - {"ct"}) == 19 and all(f"ct-{iso.lower()}" not in leading for iso in ASLEEP)
    assert max(a["from_date"] for a in mine) <= "2025-12-08"
