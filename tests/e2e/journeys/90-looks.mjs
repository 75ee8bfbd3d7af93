// Further pages in both sizes, themes and languages (14-looks has the main ones): nothing sticks out or hinders a person with a disability.
export const name = 'Pages look right everywhere';

export async function run(t) {
  await t.looks('/delegations/1', 'delegation', {few: true});
  await t.looks('/figures/I17?org=ct-tp&period=2025', 'figure', {few: true});
  await t.looks('/aid', 'aid', {few: true});
  await t.looks('/evidence', 'evidence', {few: true});
  await t.looks('/search?q=han+quoc', 'search', {few: true});
}
