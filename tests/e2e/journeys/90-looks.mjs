// The main pages in both sizes, themes and languages: nothing sticks out, nothing hinders a person with a disability.
export const name = 'Pages look right everywhere';

export async function run(t) {
  await t.looks('/', 'overview');
  await t.looks('/delegations', 'delegations');
  await t.looks('/delegations/1', 'delegation', {few: true});
  await t.looks('/delegations/new', 'delegation-form', {few: true});
  await t.looks('/figures/I17?org=ct-tp&period=2025', 'figure', {few: true});
  await t.looks('/aid', 'aid', {few: true});
  await t.looks('/evidence', 'evidence', {few: true});
  await t.looks('/search?q=han+quoc', 'search', {few: true});
}
