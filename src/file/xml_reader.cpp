// libxml2's pull reader over a part of an archive.
#include "file/xml_reader.h"

#include <libxml/xmlreader.h>

namespace nc {

struct XmlReader::State {
  ZipPart part;
  xmlTextReaderPtr reader = nullptr;
  bool failed = false, pending_end = false;
};

namespace {

int read_part(void* context, char* buffer, int size) {
  auto* state = static_cast<ZipPart*>(context);
  return state->read(buffer, size);
}

int close_part(void*) { return 0; }

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// libxml2 prints to stderr unless it is told otherwise; the Problem says it all.
void silent(void*, xmlErrorPtr) {}

Problem malformed() {
  return {Code::invalid,
          Text("Tệp Excel hỏng bên trong: mở bằng Excel hoặc LibreOffice, lưu lại rồi gửi lại",
               "The Excel file is damaged inside: open it in Excel or LibreOffice, save it again and send it again"),
          {}};
}

}  // namespace

XmlReader::XmlReader(ZipPart part) : state_(std::make_unique<State>()) {
  state_->part = std::move(part);
  state_->reader = xmlReaderForIO(read_part, close_part, &state_->part, nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOWARNING | XML_PARSE_NOERROR);
  if (state_->reader == nullptr) throw std::bad_alloc();
  xmlTextReaderSetStructuredErrorHandler(state_->reader, silent, nullptr);
}

XmlReader::~XmlReader() { xmlFreeTextReader(state_->reader); }

Result<XmlReader::Node> XmlReader::next() {
  if (state_->pending_end) {
    state_->pending_end = false;
    return Node::end;
  }
  for (;;) {
    const int got = xmlTextReaderRead(state_->reader);
    if (!state_->part.problem().message.empty()) return tl::make_unexpected(state_->part.problem());
    if (got < 0) return tl::make_unexpected(malformed());
    if (got == 0) return Node::done;
    switch (xmlTextReaderNodeType(state_->reader)) {
      case XML_READER_TYPE_ELEMENT:
        state_->pending_end = xmlTextReaderIsEmptyElement(state_->reader) == 1;
        return Node::start;
      case XML_READER_TYPE_END_ELEMENT:
        return Node::end;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return Node::text;
      case XML_READER_TYPE_DOCUMENT_TYPE:
        return tl::make_unexpected(malformed());  // Office writes none; entities could be used to fill the memory
      default:
        break;
    }
  }
}

std::string_view XmlReader::name() const { return view(xmlTextReaderConstLocalName(state_->reader)); }
std::string_view XmlReader::text() const { return view(xmlTextReaderConstValue(state_->reader)); }
int XmlReader::depth() const { return xmlTextReaderDepth(state_->reader); }

std::string XmlReader::attribute(const char* name) const {
  std::string value;
  if (xmlTextReaderMoveToFirstAttribute(state_->reader) != 1) return value;
  do {
    if (view(xmlTextReaderConstLocalName(state_->reader)) == name &&
        view(xmlTextReaderConstPrefix(state_->reader)) != "xmlns") {
      value = view(xmlTextReaderConstValue(state_->reader));
      break;
    }
  } while (xmlTextReaderMoveToNextAttribute(state_->reader) == 1);
  xmlTextReaderMoveToElement(state_->reader);
  return value;
}

}  // namespace nc
