#!/usr/bin/env python3
"""Writes doan-5-nam.xlsx: five years of delegations as an office keeps them (a sheet a year, titles, joined cells, sums, all ways of writing days)."""
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

HEADS = ["TT", "Tên đoàn khách", "Quốc tịch", "Thời gian", "Số lượng", "Nội dung làm việc"]

# A number stands for a day as Excel keeps it; None is an empty cell. A row may be a sum or a heading.
YEARS = {
    "2021": [
        ["Quý I"],
        [1, "Đoàn Quỹ Kumho", "Hàn Quốc", "12-15/3/2021", "5 người", "Khảo sát dự án"],
        [2, "Đoàn tỉnh Champasak", "Lào", 44300, "khoảng 20", "Trao đổi đoàn hữu nghị"],
        ["Cộng quý I", None, None, None, "25"],
        [3, "Đoàn Hội hữu nghị Nhật – Việt", "Nhật Bản", "2.9.2021", "8", "Mừng Quốc khánh"],
        ["Tổng cộng năm 2021", None, None, None, "33"]],
    "2022": [
        [1, "Đoàn Tổng Lãnh sự quán Trung Quốc", "Trung Quốc", "18/4/2022", "4", "Chào xã giao"],
        [2, "Đoàn Đại học Chosun", "Hàn Quốc", "31/4/2022", "12", "Giao lưu sinh viên"],
        [3, "Đoàn JICA", "Nhật Bản", "28/6 - 2/7/2022", "7", "Khảo sát nước sạch"],
        ["Tổng cộng năm 2022", None, None, None, "23"]],
    "2023": [
        [1, "Đoàn Medipeace", "Hàn Quốc", 44958, "9", "Khám chữa bệnh"],
        [2, "Đoàn Norfolk", "Hoa Kỳ", "từ ngày 5/6/2023 đến ngày 9/6/2023", "hơn 10", "Kết nghĩa"],
        ["TT", "Tên đoàn khách", "Quốc tịch", "Thời gian", "Số lượng", "Nội dung làm việc"],
        [3, "Đoàn Hội Pháp – Việt", "Pháp", "20/11/2023", "6", "Trao học bổng"]],
    "2024": [
        [1, "Đoàn Thành phố Changwon", "Hàn Quốc", 45366, "11", "Xúc tiến đầu tư"],
        [2, "Đoàn Quỹ Nippon", "Nhật Bản", "3/10/2024", "3", "Bàn giao phòng học"],
        ["Tổng cộng năm 2024", None, None, None, "14"]],
    "2025": [
        [1, "Đoàn tỉnh Kampot", "Campuchia", "15/1/2025", "16", "Chúc Tết"],
        [2, "Đoàn Hội hữu nghị Cuba", "Cuba", "26–28/7/2025", "5", "Kỷ niệm quan hệ"]],
}


def cell(column, row, value):
    name = "ABCDEF"[column] + str(row)
    if isinstance(value, int):
        return '<c r="%s" s="%d"><v>%d</v></c>' % (name, 1 if value > 40000 else 0, value)
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (name, escape(value))


def sheet(year, rows):
    lines = [["DANH SÁCH ĐOÀN VÀO NĂM " + year], [], HEADS] + rows
    data = "".join('<row r="%d">%s</row>' % (n, "".join(cell(c, n, v) for c, v in enumerate(line) if v is not None))
                   for n, line in enumerate(lines, 1) if line)
    merges = ['<mergeCell ref="A1:F1"/>'] + ['<mergeCell ref="A%d:F%d"/>' % (n, n) for n, line in enumerate(lines, 1) if len(line) == 1 and n > 1]
    return '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData><mergeCells count="%d">%s</mergeCells></worksheet>' % (
        data, len(merges), "".join(merges))


def main():
    out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("doan-5-nam.xlsx"))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = list(YEARS)
    parts = {
        "[Content_Types].xml": head + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": head + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % office,
        "xl/workbook.xml": head + '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (
            office, "".join('<sheet name="%s" sheetId="%d" r:id="s%d"/>' % (n, i, i) for i, n in enumerate(names, 1))),
        "xl/_rels/workbook.xml.rels": head + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s<Relationship Id="st" Type="%s/styles" Target="styles.xml"/></Relationships>' % (
            "".join('<Relationship Id="s%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>' % (i, office, i) for i in range(1, len(names) + 1)), office),
        "xl/styles.xml": head + '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    for i, name in enumerate(names, 1):
        parts["xl/worksheets/sheet%d.xml" % i] = sheet(name, YEARS[name])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text)


if __name__ == "__main__":
    main()
