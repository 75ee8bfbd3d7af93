"""Compatriots abroad: the association and the number that an article names, made-up ones for Can Tho, and requests for help."""

REAL = dict(confidentiality="public", status="active")
MADE_UP = dict(org="ct", confidentiality="internal")


def associations(book):
    book.add("organisation", "bg-jp-compatriots", 2, name="Hội đồng hương Bắc Giang tại Nhật Bản", name_en="Bac Giang compatriots' association in Japan",
             kind="overseas_vn_association", level="abroad", parent="bg", country_focus="JP", established="2023-04-22", place="Osaka, Nhật Bản", **REAL)
    book.made_up("organisation", "ct-kr-compatriots", 2, name="Hội đồng hương Cần Thơ tại Hàn Quốc (mẫu)", name_en="Can Tho compatriots' association in Korea (sample)",
                 kind="overseas_vn_association", level="abroad", parent="ct", country_focus="KR", established="2024-09-02", place="Seoul, Hàn Quốc",
                 confidentiality="internal", status="active")


def estimates(book):
    book.add("diaspora_estimate", "F033", title="Người Bắc Giang ở Osaka", country="JP", city="Osaka", as_of="2023-04-22", quantity="hơn 300",
             association="bg-jp-compatriots", source="Thời Đại, 03/6/2023", confidence="press", org="bg-jp-compatriots", confidentiality="public")
    book.made_up("diaspora_estimate", "UTKB-MH-1", title="Người Cần Thơ ở Seoul (mẫu)", country="KR", city="Seoul", as_of="2025-06-30", quantity="khoảng 450", association="ct-kr-compatriots", source="Hội khai (mẫu)", confidence="declared", **MADE_UP)
    book.made_up("diaspora_estimate", "UTKB-MH-2", title="Người Cần Thơ ở Busan (mẫu)", country="KR", city="Busan", as_of="2025-03-15", quantity="gần 200", association="ct-kr-compatriots", source="Hội khai (mẫu)", confidence="declared", **MADE_UP)
    book.made_up("diaspora_estimate", "UTKB-MH-3", title="Người Cần Thơ ở Praha (mẫu)", country="CZ", city="Praha", as_of="2024-12-31", quantity="khoảng 100", source="Ước đoán của Liên hiệp (mẫu)", confidence="guess", **MADE_UP)


def cases(book):
    book.made_up("support_case", "HTKB-MH-1", title="Xin xác nhận nơi đăng ký khai sinh để kết hôn (mẫu)", kind="documents", country="KR", association="ct-kr-compatriots", opened_on="2025-11-18", channel="association", asked="Cần giấy xác nhận gửi qua đường bưu điện.", person_name="Người nhờ giúp A (mẫu)", reach="qua hội", consent="1", owner="Phạm Minh Thư", due="2025-12-19", status="handling", **MADE_UP)
    book.made_up("support_case", "HTKB-MH-2", title="Tai nạn lao động, nhờ liên hệ gia đình (mẫu)", kind="hardship", country="JP", opened_on="2025-12-04", channel="phone", asked="Gia đình ở xã (mẫu) chưa biết tin.", person_name="Người nhờ giúp B (mẫu)", status="received", **MADE_UP)
    book.made_up("support_case", "HTKB-MH-3", title="Chậm trả lương, nhờ can thiệp (mẫu)", kind="legal", country="KR", association="ct-kr-compatriots", opened_on="2025-10-02", channel="association", asked="Chủ xưởng chậm trả ba tháng lương.", person_name="Người nhờ giúp C (mẫu)", reach="qua hội", consent="1", owner="Phạm Minh Thư", due="2025-11-14", status="forwarded", forwarded_to="Cơ quan đại diện Việt Nam tại Hàn Quốc", **MADE_UP)
    book.made_up("support_case", "HTKB-MH-4", title="Xin sách dạy tiếng Việt cho lớp cuối tuần (mẫu)", kind="language", country="KR", association="ct-kr-compatriots", opened_on="2025-08-11", channel="association", asked="Lớp có 25 em.", person_name="Người nhờ giúp D (mẫu)", reach="qua hội", consent="1", owner="Phạm Minh Thư", due="2025-09-10", status="done", result="Đã gửi 60 cuốn qua hội.", closed_on="2025-09-05", **MADE_UP)


def build(book):
    for part in (associations, estimates, cases):
        part(book)
