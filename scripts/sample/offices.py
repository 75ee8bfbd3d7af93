"""Agreements, awards, petitions, meetings, information, scholarships, campaigns."""
from network import COUNTRY

PUBLIC = dict(confidentiality="public")
PANELS = ["GB", "IN", "KH", "CA", "CU", "BE", "KR", "US", "LA", "JP", "SG"]


def agreements(book):
    for n, (code, province) in enumerate((("DT-SAVANNAKHET", "Savannakhet"), ("DT-CHAMPASAK", "Champasak")), 1):
        book.add("agreement", f"F007-{n}", kind="twinning", title=f"Kết nghĩa thành phố Cần Thơ - tỉnh {province}", title_en=f"Twinning of Can Tho with {province}", level="province",
                 vn_party="Thành phố Cần Thơ", foreign_party=f"Tỉnh {province} (Lào)", partner=code, country="LA", status="in_force", org="ct-tp",
                 note="Bài báo không nêu ngày ký.", **PUBLIC)
    scope = ("Xúc tiến thương mại; nông thôn mới, giảm nghèo; đào tạo lao động, việc làm; du lịch; bản đồ nông hóa, thổ nhưỡng; "
             "giao lưu học sinh, sinh viên; câu lạc bộ tiếng Việt và tiếng Lào")
    book.add("agreement", "F035", kind="intl_agreement", title="Thỏa thuận hợp tác Bắc Giang - Xaysomboun giai đoạn 2021-2025", title_en="Cooperation agreement Bac Giang - Xaysomboun 2021-2025",
             level="province", vn_party="Tỉnh Bắc Giang", foreign_party="Tỉnh Xaysomboun (Lào)", partner="DT-XAYSOMBOUN", country="LA", effective_from="2021-01-01", expires_on="2025-12-31",
             period_label="2021 - 2025", status="in_force", scope=scope, org="bg-tinh",
             succession_note="Tỉnh Bắc Giang hợp nhất thành tỉnh Bắc Ninh từ 01/7/2025; bên Việt Nam cần xác nhận kế thừa.", **PUBLIC)
    for n, text in enumerate(("Xúc tiến thương mại", "Xây dựng nông thôn mới, giảm nghèo", "Đào tạo lao động, tạo việc làm", "Sản phẩm du lịch; bản đồ nông hóa, thổ nhưỡng",
                              "Giao lưu học sinh, sinh viên theo hình thức ở cùng gia đình", "Câu lạc bộ dạy tiếng Việt và tiếng Lào"), 1):
        book.add("commitment", f"F035-{n}", agreement="F035", content=text, due="2025-12-31", org="bg-tinh", **PUBLIC)
    book.add("agreement", "F042", kind="twinning", title="Kết nghĩa quận Hồng Bàng - thành phố Donghae", title_en="Twinning of Hong Bang district with Donghae", level="district_historic",
             vn_party="Quận Hồng Bàng (Hải Phòng)", foreign_party="Thành phố Donghae (Hàn Quốc)", partner="DT-DONGHAE", country="KR", status="negotiating", org="hp-kr",
             succession_note="Quận Hồng Bàng là đơn vị cấp huyện, hết hiệu lực từ 01/7/2025.", **PUBLIC)
    for n, iso in enumerate(("KR", "JP", "US", "FR", "IN", "DE", "NL", "KH", "SG", "TH"), 1):  # 12 with the two twinnings
        vi, en = COUNTRY[iso]
        book.made_up("agreement", f"TA-MH-{n:02d}", kind="mou", title=f"Bản ghi nhớ hợp tác với đối tác {vi}", title_en=f"Memorandum with a partner from {en}", level="association",
                     vn_party="Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ", foreign_party=f"Đối tác {vi} (minh họa)", country=iso, signed_on=f"2023-{n:02d}-18",
                     effective_from=f"2023-{n:02d}-18", expires_on=f"2028-{n:02d}-17", period_label="2023 - 2028", status="in_force", org="ct")


def awards(book):
    for year in range(2014, 2023):
        book.add("award", f"KT-CT-CO-{year}", title=f"Cờ thi đua của Liên hiệp các tổ chức hữu nghị Việt Nam, thành tích năm {year}", kind="vufo_flag", status="presented", subject_org="ct",
                 subject_kind="organisation", quantity="1", authority="Liên hiệp các tổ chức hữu nghị Việt Nam", merit_year=str(year), org="ct",
                 note="Bài báo nêu chuỗi năm; số và ngày quyết định chưa có.", **PUBLIC)
    book.add("award", "F027", title="Bằng khen của UBND thành phố cho tập thể, cá nhân của Liên hiệp", kind="province_certificate", status="presented", subject_org="ct",
             subject_text="Tập thể và cá nhân của Liên hiệp", subject_kind="mixed", quantity="chưa rõ", authority="UBND thành phố Cần Thơ", presented_at="2022-06-29", org="ct",
             note="Bài báo không nêu số bằng và ngày quyết định.", **PUBLIC)


def conference(book):
    book.add("meeting", "F017", kind="half_year_review", title="Hội nghị sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2022", date="2022-06-29",
             place="Hội trường Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ", format="onsite", agenda="Báo cáo sơ kết; ý kiến của các hội; phát biểu chỉ đạo; trao bằng khen",
             status="held", org="ct", **PUBLIC)
    book.add("petition", "F025", title="Tăng chuyến thăm hữu nghị, không để đoàn đến, đoàn đi chênh lệch quá nhiều", from_org="ct-kr", from_person="Nguyễn Thanh Xuân, Chủ tịch Hội",
             date="2022-06-29", channel="meeting", kind="delegation_balance", meeting="F017", addressed_to="Lãnh đạo thành phố; Liên hiệp theo dõi", status="submitted", org="ct-kr",
             text="Đề nghị tăng cường các chuyến viếng thăm hữu nghị, không để xảy ra chênh lệch quá nhiều tần suất đoàn đến, đoàn đi.", **PUBLIC)
    book.add("petition", "F026", title="Bám sát, hỗ trợ, tạo thuận lợi hơn cho các hội trong hoạt động đặc thù", from_org="ct-cn", from_person="Ngô Quốc Tuấn, Chủ tịch Hội",
             date="2022-06-29", channel="meeting", kind="support", meeting="F017", addressed_to="Lãnh đạo thành phố; Liên hiệp trả lời phần thuộc thẩm quyền", status="submitted", org="ct-cn",
             text="Đề nghị thành phố bám sát, hỗ trợ các hội hơn nữa. “Nhiều lúc chúng tôi cảm thấy mình đơn độc”.", **PUBLIC)
    book.made_up("petition", "KN-2025-001", title="Xin hướng dẫn thủ tục đón đoàn học sinh Nhật Bản", from_org="ct-jp", date="2025-11-20", channel="letter", kind="permission",
                 addressed_to="Liên hiệp", owner="Phạm Minh Thư", due="2025-12-11", status="assigned", org="ct-jp", text="Hội xin hướng dẫn hồ sơ và thời hạn khi đón đoàn học sinh.")
    book.made_up("petition", "KN-2025-002", title="Giới thiệu đối tác về du lịch nông nghiệp", from_org="ct-fr", date="2025-09-05", channel="system", kind="partner_introduction",
                 addressed_to="Liên hiệp", owner="Phạm Minh Thư", due="2025-09-25", status="closed", answer="Đã giới thiệu ba đối tác và gửi danh bạ.", answered_on="2025-09-19",
                 closed_on="2025-09-30", satisfaction="5", org="ct-fr", text="Hội cần đầu mối đối tác về du lịch nông nghiệp.")
    book.made_up("meeting", "HN-2025-001", kind="half_year_review", title="Hội nghị sơ kết 6 tháng đầu năm 2025", date="2025-07-04", place="Hội trường Liên hiệp", attendees="64", status="conclusion_issued", org="ct")


def information(book):
    for iso in PANELS:
        vi, en = COUNTRY[iso]
        book.add("information", f"F024-{iso}", kind="panel", title=f"Bảng thông tin quan hệ hợp tác với {vi}", title_en=f"Information panel on relations with {en}", countries=iso, since="2022-01-01",
                 date="2022-06-30", language="vi", topic="quan hệ hợp tác", org="ct", status="done", note="Bài báo chỉ nêu trong 6 tháng đầu năm 2022; số bảng chưa rõ.", **PUBLIC)
    topics = ["biển, đảo", "đường lối đối ngoại", "văn hóa các nước", "tiềm năng đầu tư", "ASEAN"]
    for n in range(1, 25):
        kind = ("web_article", "web_article", "talk", "bulletin", "training", "fanpage_post")[n % 6]
        book.made_up("information", f"TTDN-2025-{n:03d}", kind=kind, title=f"Thông tin đối ngoại: {topics[n % 5]} ({n})", quantity="1", date=f"2025-{1 + n % 12:02d}-0{1 + n % 7}", language="vi",
                     topic=topics[n % 5], people=str(60 + 10 * n) if kind in ("talk", "training") else "", org="ct", status="done")


def elsewhere(book):
    book.add("scholarship", "F037", programme="Học bổng của tỉnh Bắc Giang cho học viên, sinh viên tỉnh Xaysomboun", programme_en="Scholarships of Bac Giang for students of Xaysomboun", donor_text="Tỉnh Bắc Giang",
             person_group="Học viên, sinh viên ưu tú của tỉnh Xaysomboun", country="LA", direction="for_foreign", level="mixed", grants="chưa rõ", since="2021-01-01", date="2023-06-03", status="awarded",
             agreement="F035", org="bg-tinh", note="Bài báo không nêu số suất.", **PUBLIC)
    book.add("campaign", "F045", title="Thu thập chữ ký ủng hộ Hiệp định cấm vũ khí hạt nhân", title_en="Signatures for the treaty banning nuclear weapons", initiator="Tổ chức Thị trưởng vì Hòa bình",
             theme="Cấm vũ khí hạt nhân", from_date="2018-01-01", to_date="2023-12-31", signatures="chưa rõ", status="collecting", org="hp-peace", note="Bài báo ghi trong nhiều năm, không nêu số chữ ký.", **PUBLIC)


def build(book):
    for part in (agreements, awards, conference, information, elsewhere):
        part(book)
