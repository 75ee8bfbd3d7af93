// Register of batches of signatures: who collected how many, where and how; a count and its papers, never names.
#include "app/catalog.h"
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/common/within.h"
#include "app/peace/panels.h"
#include "app/peace/public.h"

namespace nc::app {

namespace {

struct Batch : reg::Standard {
  reg::Ref campaign;
  std::string title;
  Date collected_from, collected_to;
  std::string method = "paper";
  reg::Count quantity, verified;
  Date sent_on;
  std::string receipt;
};

const reg::Options& ways() {
  static const reg::Options options{{"paper", {"trên giấy", "paper"}}, {"online", {"trực tuyến", "online"}}};
  return options;
}

void check(const Batch& b, Problems& problems) {
  not_before(b.collected_from, b.collected_to, "collected_to", problems);
  not_before(b.collected_to, b.sent_on, "sent_on", problems);
  not_in_future(b.collected_to, "collected_to", problems);
  not_absurd(b.quantity, 10'000'000, "quantity", problems);
  if (b.quantity.value && b.verified.value && *b.verified.value > *b.quantity.value)
    complain(problems, "verified", "Số đã kiểm lớn hơn số thu được. Kiểm tra lại hai số.", "More signatures are verified than collected. Check both numbers.");
}

/// What was sent is counted: who collects adds nothing then, only those who check may complete the book.
Result<bool> while_collecting(const reg::SaveContext& save, const Batch* before, Batch& now) {
  if (save.actor.id <= 0 || (before && before->quantity == now.quantity && before->campaign == now.campaign)) return true;
  const auto row = save.tx.first("SELECT status, from_date FROM campaign WHERE id = $1", {now.campaign.id});
  if (!row) return true;
  if (const std::string state = db::as_text((*row)[0]); (state == "submitted" || state == "closed") && !save.actor.may(Function::check))
    return refuse(Code::conflict, Text("Đợt này đã gửi đi. Muốn ghi thêm thì nhờ người thẩm định bấm Thu thập tiếp ở trang của đợt.", "This campaign was sent. To add to it, ask somebody who checks to press Collect on on its page."), "quantity");
  const auto from = Date::from_iso(db::as_text((*row)[1]));
  if (from && now.collected_from && now.collected_from < *from)
    return refuse(Code::invalid, Message("Đợt bắt đầu ngày " + format_date(*from, Lang::vi) + ". Ghi ngày từ hôm ấy trở đi.", "The campaign began on " + format_date(*from, Lang::en) + ". Enter a day since then."), "collected_from");
  return true;
}

}  // namespace

const reg::Description& signature_batches() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Batch>("signature_batch", "signature-batches", {"Lần thu thập chữ ký", "Batches of signatures"}, {"lần thu thập", "batch"})
          .icon("stack-2")
          .prefix("LCK")
          .field(&Batch::campaign, "campaign", {"Đợt chữ ký", "Campaign"}, {.required = true, .link = "campaign", .filter = true})
          .field(&Batch::title, "title", {"Nơi, dịp thu thập", "Where, on what occasion"}, {.required = true, .search = true})
          .field(&Batch::collected_from, "collected_from", {"Từ ngày", "From"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Batch::collected_to, "collected_to", {"Đến ngày", "To"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Batch::method, "method", {"Cách thu thập", "Method"}, {.required = true, .options = &ways(), .filter = true, .preset = "paper"})
          .field(&Batch::quantity, "quantity", {"Số chữ ký", "Signatures"},
                 {.required = true,
                  .hint = Text{"Chỉ ghi số đếm. Bản ký để ở chứng cứ, không nhập tên người ký", "A count only. The sheets go to the evidence; names of signers are not entered"},
                  .unit = Text{"chữ ký", "signatures"}})
          .field(&Batch::verified, "verified", {"Đã kiểm", "Verified"}, {.hint = Text{"Sau khi loại bản trùng, bản thiếu", "After leaving out doubles and incomplete ones"}, .unit = Text{"chữ ký", "signatures"}})
          .field(&Batch::sent_on, "sent_on", {"Ngày gửi đi", "Sent on"}, {.filter = true})
          .field(&Batch::receipt, "receipt", {"Giấy báo nhận", "Receipt"}, {})
          .title("title")
          .date("collected_to")
          .list({"collected_to", "title", "org", "method", "quantity", "verified", "sent_on"})
          .sorted_by("collected_to", true)
          .index({"campaign"})
          .part_of("campaign")
          .rule(check)
          .before_save(while_collecting)
          .done());
  return description;
}

void send_batches(const reg::SaveContext& save, std::int64_t, const reg::Cells* before, const reg::Cells& now) {
  if (!before || save.actor.id <= 0 || save.what.text(*before, "status") == "submitted" || save.what.text(now, "status") != "submitted") return;
  const reg::Description& d = signature_batches();
  reg::ListQuery q;
  q.filters = {{"campaign", std::to_string(db::as_int(now[reg::k_id]))}};
  q.limit = 1000;
  const auto sent_on = static_cast<std::size_t>(d.column("sent_on"));
  for (reg::Cells batch : reg::list(save.tx, d, save.actor, q, {0, false}).rows) {
    if (!db::as_text(batch[sent_on]).empty()) continue;
    batch[sent_on] = save.what.text(now, "sent_on");
    // A batch that was collected after the day of sending stays for the next time.
    if (save.what.text(now, "sent_on") >= d.text(batch, "collected_to")) (void)reg::save(save.tx, catalog(), d, save.actor, std::move(batch), {.reason = {}, .batch = {}, .action = "submit"});
  }
}

}  // namespace nc::app
