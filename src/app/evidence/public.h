// Evidence, the words in it that prove something, and declared numbers.
#pragma once
#include "app/evidence/files.h"
#include "app/evidence/hooks.h"
#include "app/evidence/keep.h"
#include "app/evidence/kept_files.h"
#include "app/evidence/picture.h"
#include "app/evidence/uploads.h"
#include "register/describe.h"
#include "sheets/import_plan.h"

namespace nc::app {

const reg::Description& evidence_items();
const reg::Description& evidence_spans();
const reg::Description& claims();
/// What numbers are counted in, by the codes that articles are read with: units of the table, of figures, and currencies.
const reg::Options& counting_units();
/// What a declared number is about: delegations_in, aid_value ... in words.
const reg::Options& measures();
/// A year's total from a spreadsheet becomes a claim of the actor's organisation (reg::KeepTotal).
Result<bool> claim_of_total(db::Tx& tx, const reg::Description& of, const Actor& actor, const reg::YearTotal& total,
                            const std::string& source, const reg::SaveOptions& options);

/// An imported spreadsheet becomes evidence of each record that came from it, with the row it stood in (reg::KeepProof).
Result<bool> proof_of_import(db::Tx& tx, const Actor& actor, const reg::Description& of, const std::vector<std::pair<std::int64_t, int>>& records,
                             const std::string& file, const std::string& place, const std::string& bytes, const reg::SaveOptions& options);

}  // namespace nc::app
