import { printYaml } from '../base/data.ts';
import type { JsonValue } from '../base/json.ts';
import { locationText, type Location } from '../base/location.ts';
import type { ConflictReview, Review } from './review.ts';

const header = `# A draft, written by specloom: one action for each conflict that nobody has decided.
# As it stands an action agrees with the decision that was made: "x-decided" says so, and the conflict is no longer open.
# To decide otherwise, add to its "update" what is right. Delete the actions that you are not sure of.
`;

/**
 * An OpenAPI Overlay (Overlay Specification 1.1) that decides every open conflict of some reviews as it was decided, ready to
 * be changed by a person. Conflicts that no node of the spec records cannot be decided by an overlay and are left out.
 */
export function draftOverlay(reviews: readonly Review[]): string {
  const open = reviews.flatMap(({ conflicts }) => conflicts.filter(({ decided }) => !decided));
  const names = reviews.map(({ name }) => name).join(', ');
  return (
    header +
    printYaml({
      overlay: '1.1.0',
      info: { title: `Decisions for ${names}`, version: '1.0.0' },
      actions: open.flatMap(actionOf),
    })
  );
}

function actionOf(conflict: ConflictReview): JsonValue[] {
  const { target, record, loser, winner, rule, places } = conflict;
  if (target === undefined || record === undefined) return [];
  const [lost, won] = places;
  const told = [
    withPlace(loser, lost),
    ...(winner === undefined ? [] : [`overruled by ${withPlace(winner, won)}`]),
    ...(rule === undefined ? [] : [`(${rule})`]),
  ];
  return [{ target, description: told.join(' '), update: { 'x-decided': [record] } }];
}

function withPlace(text: string, place: Location | undefined): string {
  const at = place && locationText(place);
  return at === undefined || text.includes(at) ? text : `${text} at ${at}`;
}
