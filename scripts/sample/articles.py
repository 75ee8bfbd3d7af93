"""The five articles: what they are, and our own short form around the words that prove something."""

ARTICLES = {
    "A1": dict(
        title="Nhịp cầu hữu nghị", source="Thời Đại (theo Báo Cần Thơ)", author="Hồng Vân", published="2022-09-03", org="ct",
        text="Bài nói về Liên hiệp Cần Thơ và các hội trong tám tháng đầu năm 2022. Hoạt động của 21 Hội hữu nghị thành viên được mở rộng. "
             "Với Hàn Quốc, giữa tháng 8/2022, 58 học sinh, sinh viên đã giao lưu trực tuyến; từ đầu năm Hội cùng bạn trồng 1.000 cây bần ngăn sạt lở, "
             "trao quà cho người khó khăn, tổng giá trị 30 triệu đồng; thăm, tặng quà 100 hộ gia đình của Làng Hữu nghị Việt Nam - Hàn Quốc và hộ nghèo lân cận, "
             "một thành viên cộng đồng người Hàn Quốc tài trợ gần 30 triệu đồng. Hội Việt Nam - Lào giữ mối quan hệ kết nghĩa giữa TP Cần Thơ với tỉnh Savannakhet "
             "và tỉnh Champasak; sắp tới là 60 năm thiết lập quan hệ ngoại giao Việt Nam - Lào (5/9/1962-5/9/2022) và 45 năm Hiệp ước hữu nghị và hợp tác "
             "(18/7/1977-18/7/2022). Liên hiệp kết nối với gần 200 tổ chức phi chính phủ, trường đại học và tổng lãnh sự quán, mỗi năm tham gia đón "
             "hơn 50 đoàn khách quốc tế. Trong năm có các hoạt động kỷ niệm 55 năm thiết lập quan hệ ngoại giao Việt Nam - Campuchia, Ngày Quốc tế Yoga lần thứ 8, "
             "Bữa sáng kết nối cựu du học sinh Hà Lan và diễn đàn doanh nghiệp Việt Nam - Hà Lan. Tám tháng, Liên hiệp thực hiện 6 dự án, chương trình, "
             "tổng giá trị thực hiện và vận động hơn 3,2 tỉ đồng; 8 năm liền (2014-2021) nhận Cờ Thi đua của Liên hiệp Việt Nam."),
    "A2": dict(
        title="Cần Thơ: Phát huy tiềm lực đối ngoại nhân dân cho nhu cầu phát triển kinh tế - xã hội", source="Nhịp sống miền Tây",
        author="Thụy Vũ", published="2022-06-30", org="ct",
        text="Bài tường thuật Hội nghị sơ kết họp chiều ngày 29/6 tại hội trường Liên hiệp Cần Thơ, có lãnh đạo UBND thành phố và chủ tịch 21 Hội hữu nghị thành viên. "
             "Sáu tháng, Liên hiệp tiếp 24 đoàn khách quốc tế; cùng đoàn thành phố thăm các Tổng Lãnh sự quán như: Hàn Quốc, Vương quốc Campuchia, Ấn Độ, CHDCND Lào. "
             "Về viện trợ, Liên hiệp đã thực hiện 6 dự án, chương trình và thêm các dự án mới, tổng giá trị vận động được trên 3,2 tỉ đồng. Nêu riêng: thiết bị, nhạc cụ "
             "của Tổng Lãnh sự Nhật Bản cho Trường Cao đẳng Văn hóa - Nghệ thuật, tổng trị giá trên 1,7 tỉ đồng; quà cho 100 hộ ở Làng hữu nghị Việt Nam - Hàn Quốc; "
             "và tái ký năm thứ 8 dự án dinh dưỡng do Herbalife tài trợ ở nhà nuôi trẻ Hướng Dương. Bảng thông tin về quan hệ với Anh, Ấn Độ, Campuchia, Canada, Cuba, "
             "Bỉ, Hàn Quốc, Hoa Kỳ, Lào, Nhật Bản, Singapore. Chủ tịch Hội Việt Nam - Hàn Quốc Nguyễn Thanh Xuân đề nghị tăng chuyến thăm, "
             "không để xảy ra chênh lệch quá nhiều tần suất đoàn đến, đoàn đi; Chủ tịch Hội Việt Nam - Trung Quốc Ngô Quốc Tuấn xin hỗ trợ các hội hơn nữa: "
             "“Nhiều lúc chúng tôi cảm thấy mình đơn độc”. Tại hội nghị, Phó Chủ tịch UBND thành phố trao bằng khen ghi nhận thành tích cho tập thể, cá nhân."),
    "A3": dict(
        title="Bắc Giang: vun đắp tình hữu nghị từ hoạt động các hội thành viên", source="Thời Đại", author="Thùy Dương",
        published="2023-06-03", org="bg",
        text="Bài về các hội song phương của Liên hiệp Bắc Giang. Từ 2015, Hội hữu nghị Nhật - Việt vùng Chukyo tặng tỉnh hơn 700 cây hoa Anh đào; năm 2023, cùng Công ty "
             "Yokoi Mould Việt Nam tặng thêm gần 200 cây hoa anh đào, trong đó 10 cây đã trưởng thành trồng ở Tây Yên Tử. Nhân 50 năm ngày thiết lập quan hệ ngoại giao "
             "Việt Nam - Nhật Bản: Ngày 22/4/2023, Hội đồng hương Bắc Giang tại Nhật Bản ra mắt ở Osaka, nơi có khoảng hơn 300 người Bắc Giang. "
             "Với tỉnh Xaysomboun (Lào), thỏa thuận hợp tác cấp địa phương ký năm 2021 cho giai đoạn 2021-2025: xúc tiến thương mại, nông thôn mới, đào tạo lao động, "
             "du lịch, homestay học sinh, câu lạc bộ tiếng Việt và tiếng Lào. Tỉnh cấp học bổng cho một số học viên, sinh viên ưu tú của Xaysomboun và hỗ trợ xây "
             "5 điểm trường tại 5 huyện. Ở đầu trang có tít của bài khác: Liên hiệp hữu nghị Cần Thơ: 9 năm liên tiếp nhận Cờ thi đua của VUFO."),
    "A4": dict(
        title="Liên hiệp các tổ chức hữu nghị thành phố Hải Phòng: nhiều kết quả tích cực trong công tác đối ngoại nhân dân",
        source="Thời Đại", author="Thành Luân", published="2024-05-24", org="hp",
        text="Bài điểm lại nhiệm kỳ 2018-2023 của Liên hiệp Hải Phòng. Hội Việt Nam - Hàn Quốc xúc tiến kết nghĩa giữa quận Hồng Bàng (Hải Phòng) với thành phố Donghae. "
             "Ủy ban Hòa bình dự Đại hội lần thứ 22 của Hội đồng hòa bình thế giới; thu thập chữ ký ủng hộ thông qua Hiệp định cấm vũ khí hạt nhân do Thị trưởng vì Hòa bình "
             "phát động; lập Câu lạc bộ hòa bình tại hai trường đại học lớn: Đại học Hải Phòng và Đại học Hàng hải; hằng năm cầu siêu liệt sỹ, cầu nguyện và liên hoan "
             "tiếng hát hòa bình. Viện trợ: 52 dự án, phi dự án phi chính phủ nước ngoài được thành phố phê duyệt, tổng giá trị viện trợ đạt 9,5 triệu USD, cho "
             "phụ nữ, trẻ em có hoàn cảnh khó khăn, người nhiễm HIV/AIDS, nạn nhân chất độc da cam/dioxin, người khuyết tật. Ảnh chụp vòng chung khảo "
             "cuộc thi vô địch tiếng Anh lần thứ X Hải Phòng. Các tin kèm trên trang: 6 nhiệm vụ trọng tâm của Liên hiệp năm 2024; ngày 20/10 có chung kết "
             "cuộc thi tiếng Hàn lần thứ X - Hải Phòng 2024; Hội hữu nghị Việt - Nga thành phố có 7 chi hội với gần 600 hội viên."),
    "A5": dict(
        title="Huy động nguồn lực quốc tế, thúc đẩy phát triển bền vững", source="Thời Đại", author="Hà Vy", published="2025-12-08", org="ct",
        text="Bài về đối ngoại nhân dân Cần Thơ năm 2025. Liên hiệp thực hiện 16 chương trình/dự án, vận động thêm 18 chương trình, dự án mới, "
             "tổng giá trị thực hiện và vận động gần 36 tỷ đồng, cao nhất từ trước đến nay. Nêu riêng: Phi dự án “Trung tâm Đào tạo xuất sắc” do Quỹ Schneider (Pháp) tài trợ, "
             "dạy “Thợ điện xanh” và “Công nghiệp 4.0”; chương trình của MYI (Hàn Quốc) trao bồn chứa nước và máy đo mặn; "
             "hai cây cầu giao thông nông thôn do Đại sứ quán Ấn Độ tài trợ; khám chữa bệnh và giúp người khó khăn của PVF (Hoa Kỳ), Catalyst Foundation, G&D (Pháp). "
             "Có chuỗi hoạt động nhân kỷ niệm 30 năm thiết lập quan hệ ngoại giao Việt Nam - Hoa Kỳ, họp mặt 75 năm quan hệ ngoại giao Việt Nam - Liên bang Nga và Việt Nam - Trung Quốc; "
             "ở Ngày hội Pháp ngữ, Trường Tiểu học Trần Quốc Toản được trao biển hiệu LabelFrancEducation; triển lãm ảnh về thích ứng với biến đổi khí hậu cùng phía Hà Lan. "
             "Năm 2025 Cần Thơ đã tổ chức 3 đoàn ra và tiếp đón 57 đoàn với hơn 291 lượt khách quốc tế; hội nghị và hội thảo quốc tế được quản lý nhịp nhàng. "
             "Năm 2026, năm đầu thực hiện Nghị quyết Đại hội Đảng bộ thành phố (nhiệm kỳ 2025 - 2030), thành phố sẽ lồng ghép hoạt động đối ngoại với thu hút đầu tư, thương mại "
             "và khoa học - công nghệ."),
}
