/** What a verb does to what it is about: reads it, takes it away, or anything else. */
export type VerbKind = 'reading' | 'removing' | 'changing';

const kinds: readonly (readonly [VerbKind, string])[] = [
  [
    'reading',
    `get list retrieve read fetch show view search find query lookup look check count download export inspect describe
    browse poll watch stream monitor follow tail display load see obtain access discover preview return ping test stat
    enumerate observe peek diff compare`,
  ],
  [
    'removing',
    `delete remove destroy drop purge clear erase trash cancel revoke discard unlink unset detach disconnect leave stop
    terminate close end reject deregister unregister unsubscribe unassign unpin unarchive unfollow unlock unmute unban
    unshare unbind unpublish unstar unwatch unlike uninstall unassociate disassociate dissociate disable deactivate
    truncate expire forget flush kick ban evict withdraw wipe prune reset abort void`,
  ],
  [
    'changing',
    `create add post put send submit upload import insert register make generate build start run execute trigger invoke
    launch schedule queue enqueue dispatch publish broadcast notify invite subscribe join connect attach link assign
    associate bind pin star like follow share copy clone duplicate fork move transfer migrate rename replace update
    upsert set edit modify change patch alter adjust configure enable activate toggle switch mark unmark archive restore
    recover resume pause suspend restart reboot retry resend refresh renew rotate regenerate sync synchronize reconcile
    merge split apply approve accept confirm acknowledge complete uncomplete finish finalize lock mute block unblock grant allow
    retain print scan fix clean elect reelect deny verify validate authenticate authorize login logout sign exchange convert transform translate render calculate
    compute estimate evaluate predict classify analyze parse compile compress compact optimize index reindex rebuild
    recalculate initialize init install provision deploy promote demote rollback revert undo redo scale resize drain
    force save store record track log report rate vote comment reply answer ask request claim release reserve book order
    pay charge refund capture issue redeem bulk batch open reopen reorder sort reposition rearrange crosspost wait kill
    signal commit push pull tag untag export extract unpause swap snapshot backup bootstrap seed populate mount unmount
    escalate resolve snooze forward redirect relay process handle receive respond react suggest recommend match upgrade
    downgrade extend shorten stage unstage star flag unflag hide unhide purchase sell buy deposit credit debit`,
  ],
];

const verbs: ReadonlyMap<string, VerbKind> = new Map(
  kinds.toReversed().flatMap(([kind, words]) => words.split(/\s+/).map((word) => [word, kind] as const)),
);

/** Verbs that name things as well: what they begin may be a thing (`Order details`). */
const nouns: ReadonlySet<string> = new Set(
  `order report rate book index issue schedule queue stage batch process request tag star flag share log record track
  signal comment vote reply answer store release reserve charge credit debit deposit list search query export import
  test stream view count display load lock block build map post set open ship route backup snapshot match watch
  upgrade upload download move join link clone copy fork patch start stop end print scan fix`.split(/\s+/),
);

/** Verbs whose form in -ing is a thing: `Booking details`, `Shipping`. */
const doings: ReadonlySet<string> = new Set(
  'book build record track post map set ship rate open stage stream log report process order route bill'.split(' '),
);

/** What only stands before what a verb is about. */
const determiner = /^(?:an?|the|all|one|your|every|each|any|multiple|several|many|existing|new|single)$/i;

/** What stands before a determiner and is no verb. */
const opening =
  /^(?:about|for|from|with|without|how|what|when|where|why|which|who|all|both|each|your|this|these|those|into|over|under|after|before|during|and|the|not|only|also|via|per|of|in|on|at|to|by|is|are|if|as|or)$/;

/**
 * The plain form of the verb that some words begin with, in lower case (`Deletes a box` → delete, `Listing all boxes` →
 * list); undefined where they begin with none, or with what may as well be a thing (`Order details`, `Listings`). A word that
 * is not known is one before an article: `Crosspost a message`.
 */
export function leadingVerb([first = '', next = '']: readonly string[]): string | undefined {
  const text = first.toLowerCase().replace(/^re-/, 're');
  const isDetermined = determiner.test(next);
  if (verbs.has(text)) return text;
  if (text.endsWith('ing')) {
    const verb = stemsOf(text.slice(0, -3)).find((stem) => verbs.has(stem));
    const isThing = !isDetermined && (next === '' || (verb !== undefined && doings.has(verb)) || isPart(text, next));
    return isThing ? undefined : verb;
  }
  const third = text.endsWith('s') && next !== '' ? thirdPerson(text).find((stem) => verbs.has(stem)) : undefined;
  if (third !== undefined && (isDetermined || !nouns.has(third))) return third;
  const isUnknown = isDetermined && /^[a-z]{3,20}$/.test(text) && !text.endsWith('s') && !opening.test(text);
  return isUnknown ? text : undefined;
}

/** `Listing details` are those of a listing. */
function isPart(text: string, next: string): boolean {
  return text === 'listing' && /^(?:details?|info\w*|id|status|images?|photos?)$/i.test(next);
}

/** Whether a verb in its plain form also names a thing: `order`, `report`. */
export function namesThing(verb: string): boolean {
  return nouns.has(verb);
}

/** What a verb in its plain form does; undefined for any other word. */
export function verbKind(verb: string): VerbKind | undefined {
  return verbs.get(verb);
}

/** `creat` → create, `gett` → get, `list`. */
function stemsOf(stem: string): string[] {
  const isDoubled = stem.length > 2 && stem.at(-1) === stem.at(-2);
  return [`${stem}e`, stem, ...(isDoubled ? [stem.slice(0, -1)] : [])];
}

/** `deletes` → delete, `fetches` → fetch, `modifies` → modify. */
function thirdPerson(text: string): string[] {
  const stem = text.slice(0, -1);
  return [
    stem,
    ...(stem.endsWith('e') ? [stem.slice(0, -1)] : []),
    ...(stem.endsWith('ie') ? [`${stem.slice(0, -2)}y`] : []),
  ];
}
