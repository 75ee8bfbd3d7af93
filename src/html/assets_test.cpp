// Built-in files: their addresses name their content, and nothing unknown is served.
#include "html/assets.h"

#include <gtest/gtest.h>

#include "base/embedded.h"
#include "base/hash.h"

namespace nc {
namespace {

TEST(Assets, AddressCarriesTheHashOfTheContent) {
  for (const Asset& asset : built_in_assets()) {
    EXPECT_EQ(asset.hash, sha256_hex(asset.bytes).substr(0, 12)) << asset.name;
    const std::string url = asset_url(asset.name);
    EXPECT_EQ(url.rfind("/assets/", 0), 0U) << url;
    EXPECT_NE(url.find(asset.hash), std::string::npos) << url;
    EXPECT_EQ(find_asset(url), &asset) << url;
  }
}

TEST(Assets, AnAddressWithAnotherHashIsNotFound) {
  EXPECT_EQ(find_asset("/assets/app.000000000000.css"), nullptr);
  EXPECT_EQ(find_asset("/assets/../etc/passwd"), nullptr);
  EXPECT_EQ(find_asset(""), nullptr);
  EXPECT_EQ(asset_url("no-such-file.css"), "");
}

TEST(Assets, CompressedVariantsAreSmallerThanTheFile) {
  for (const Asset& asset : built_in_assets()) {
    for (const std::string_view packed : {asset.gzip, asset.brotli}) {
      EXPECT_TRUE(packed.empty() || packed.size() < asset.bytes.size()) << asset.name;
    }
  }
}

TEST(Assets, BundledFrontEndHasStylesScriptsFontsFlagsAndIcons) {
  if (built_in_assets().empty()) GTEST_SKIP() << "built without the front-end bundle";
  for (const char* name : {"app.css", "app.js", "chart.js", "fonts/be-vietnam-vietnamese-400.woff2", "flags/vn.svg"}) {
    EXPECT_NE(asset_url(name), "") << name;
  }
  EXPECT_NE(icon("award").str().find("<path"), std::string::npos);
  EXPECT_NE(icon("award", "s").str().find("class=\"i s\""), std::string::npos);
  EXPECT_NE(flag("KR").str().find("flags/kr."), std::string::npos);
}

TEST(Assets, UnknownIconsAndFlagsPrintNothing) {
  EXPECT_TRUE(icon("no-such-icon").empty());
  EXPECT_TRUE(flag("").empty());
  EXPECT_TRUE(flag("\"><").empty());
  EXPECT_TRUE(flag("zz").empty());
}

TEST(Embedded, ReferenceTablesAreInsideTheProgram) {
  bool countries = false;
  for (const EmbeddedFile& file : embedded_reference()) {
    if (file.name != "countries.tsv") continue;
    countries = true;
    EXPECT_NE(file.bytes.find("Hàn Quốc"), std::string_view::npos);
  }
  EXPECT_TRUE(countries);
}

}  // namespace
}  // namespace nc
