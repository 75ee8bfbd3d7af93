# Files that live inside the program: bundled assets, icons, migrations, reference tables, sample office.
# scripts/embed.py packs each group into one blob (.incbin) and a table; a group runs again when one of its files changes.
set(NHIPCAU_EMBEDDED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(nhipcau_embed group source)
  set(out ${CMAKE_BINARY_DIR}/embedded/${group}.cpp)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${ARGN})
  # The table is left untouched when nothing changed, so its time can't tell that the step ran: the stamp does.
  # Its name holds the list of files, so that the step runs too when one is removed.
  string(MD5 list "${files}")
  set(stamp ${out}.${list}.stamp)
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${out}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/scripts/embed.py ${group} ${out} ${CMAKE_SOURCE_DIR}/${source}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed.py ${files}
    COMMENT "Embedding ${group}"
    VERBATIM)
  set_source_files_properties(${out} PROPERTIES GENERATED ON OBJECT_DEPENDS ${stamp})
  set(NHIPCAU_EMBEDDED ${NHIPCAU_EMBEDDED} ${out} ${stamp} PARENT_SCOPE)
endfunction()

# The bundle lists its content hashes in manifest.tsv, so that file alone tells when an asset changed.
nhipcau_embed(assets assets/dist ${CMAKE_SOURCE_DIR}/assets/dist/manifest.tsv)
nhipcau_embed(icons assets/dist ${CMAKE_SOURCE_DIR}/assets/dist/icons.tsv)
nhipcau_embed(migrations db/migrations ${CMAKE_SOURCE_DIR}/db/migrations/*.sql)
nhipcau_embed(reference db/reference ${CMAKE_SOURCE_DIR}/db/reference/*.tsv)
nhipcau_embed(reading db/reading ${CMAKE_SOURCE_DIR}/db/reading/*.tsv)
nhipcau_embed(sample db/sample ${CMAKE_SOURCE_DIR}/db/sample/*)
if(NOT EXISTS ${CMAKE_SOURCE_DIR}/assets/dist/manifest.tsv)
  message(STATUS "assets/dist is missing: pages will have no styles or icons. Run: npm ci && npm run bundle")
endif()
