# Files that live inside the program: bundled assets, reference tables, sample office, migrations.
# scripts/embed.py writes one .cpp per group; it is run again when a listed file changes.
set(NHIPCAU_EMBEDDED)
