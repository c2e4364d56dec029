// Labels of internationalized names of hosts (RFC 5890 to 5893), for the generated validators. Which characters may stand
// in one is told by the properties that the engine's regular expressions know; only what these do not tell is written out.

/** RFC 5892, section 2.6: characters that are allowed, or not, against the rules. */
const allowedAnyway = /[\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007\u00B7\u0375\u05F3\u05F4\u30FB\u200C-\u200D-]/;
const refusedAnyway = /[\u0640\u07FA\u302E\u302F\u3031-\u3035\u303B]/;
/** Sections 2.1 and 2.7: letters, marks, digits and the hyphen. */
const letterOrDigit = /[\p{L}\p{Mn}\p{Mc}\p{Nd}]/u;
/** Sections 2.2 to 2.4 and 2.9: what another character stands for, what is not seen, symbols, and old parts of syllables. */
const unstable =
  /[\p{Changes_When_NFKC_Casefolded}\p{Default_Ignorable_Code_Point}\u20D0-\u20FF\u{1D100}-\u{1D24F}\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]/u;

/** RFC 5892, appendix A.3 to A.6: what needs a certain neighbor. */
const outOfPlace = /(?:^|[^l])\u00B7|\u00B7(?!l)|\u0375(?!\p{Script=Greek})|(?:^|\P{Script=Hebrew})[\u05F3\u05F4]/u;
/** Appendix A.8 and A.9: digits that do not stand together. */
const arabicIndic = /[\u0660-\u0669]/;
const extendedArabicIndic = /[\u06F0-\u06F9]/;
/** Appendix A.7: the dot between words of Katakana needs a letter of Japanese in the label. */
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Whether a text is a U-label (RFC 5891, section 4.2): what a label of an internationalized name may mean. */
export function isInternationalLabel(label: string): boolean {
  if (!/[^\0-\x7F]/.test(label) || /^-|-$|^..--|^\p{M}/su.test(label) || label.normalize('NFC') !== label) return false;
  const chars = [...label];
  if (!chars.every(isAllowed) || outOfPlace.test(label)) return false;
  if (arabicIndic.test(label) && extendedArabicIndic.test(label)) return false;
  if (label.includes('\u30FB') && !japanese.test(label)) return false;
  return chars.every((char, index) => !/[\u200C\u200D]/.test(char) || mayJoin(chars, index)) && fitsAlone(label);
}

/** Whether a character is PVALID or bound to a context (RFC 5892, section 3). */
function isAllowed(char: string): boolean {
  if (allowedAnyway.test(char)) return true;
  return letterOrDigit.test(char) && !refusedAnyway.test(char) && !unstable.test(char);
}

/** The signs that take a vowel away, after which letters are joined or kept apart (canonical combining class 9). */
const virama =
  /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA\u0F84\u1039\u103A\u1714\u1715\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA82C\uA8C4\uA953\uA9C0\uAAF6\uABED\u{10A3F}\u{11046}\u{11070}\u{1107F}\u{110B9}\u{11133}\u{11134}\u{111C0}\u{11235}\u{112EA}\u{1134D}\u{11442}\u{114C2}\u{115BF}\u{1163F}\u{116B6}\u{1172B}\u{11839}\u{1193D}\u{1193E}\u{119E0}\u{11A34}\u{11A47}\u{11A99}\u{11C3F}\u{11D44}\u{11D45}\u{11D97}]/u;
/** Scripts whose letters take the shape of what they are joined to; younger ones by their blocks. */
const cursive =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Manichaean}\p{Script=Psalter_Pahlavi}\p{Script=Adlam}\u{10D00}-\u{10D3F}\u{10F30}-\u{10FCF}]/u;
/** Their letters that join nothing (Joining_Type U), only what is before them (R), only what is after them (L). */
const unjoined =
  /[\u0621\u0674\u06E5\u06E6\u07F4\u07F5\u0861\u0866\u0883-\u0885\u0887\u08AD\u08C9\u1880-\u1884\uA873\u{10AC6}\u{10ACB}\u{10ACC}\u{10AE2}\u{10AE3}\u{10F45}\u{10FB1}\u{10FB7}\u{10FC0}]/u;
const joinedBefore =
  /[\u0622-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0673\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0710\u0715-\u0719\u071E\u0728\u072A\u072C\u072F\u074D\u0759-\u075B\u076B\u076C\u0771\u0773\u0774\u0778\u0779\u0840\u0846\u0847\u0849\u0854\u0856-\u0858\u0867\u0869\u086A\u0870-\u0882\u088E\u08AA-\u08AC\u08AE\u08B1\u08B2\u08B9\u{10AC5}\u{10AC7}\u{10AC9}\u{10ACA}\u{10ACE}-\u{10AD2}\u{10ADD}\u{10AE1}\u{10AE4}\u{10B81}\u{10B83}-\u{10B85}\u{10B89}\u{10B8C}\u{10B8E}\u{10B8F}\u{10B91}\u{10D22}\u{10F33}\u{10F74}\u{10F75}\u{10FB4}-\u{10FB6}\u{10FB9}\u{10FBA}\u{10FBD}\u{10FC2}\u{10FC3}]/u;
const joinedAfter = /[\uA872\u{10ACD}\u{10AD7}\u{10D00}]/u;

/** Whether a character does not come between those that it stands between (Joining_Type T). */
function isMark(char: string): boolean {
  return /[\p{Mn}\u{1E94B}]/u.test(char);
}

/** Whether a (non-)joiner may stand at `index` (RFC 5892, appendix A.1 and A.2). */
function mayJoin(chars: readonly string[], index: number): boolean {
  if (virama.test(chars[index - 1] ?? '')) return true;
  const before = chars.slice(0, index).reduce((last, char) => (isMark(char) ? last : char), '');
  const after = chars.slice(index + 1).find((char) => !isMark(char)) ?? '';
  const join = [before, after].every((char) => letterOrDigit.test(char) && cursive.test(char) && !unjoined.test(char));
  return chars[index] === '\u200C' && join && !joinedBefore.test(before) && !joinedAfter.test(after);
}

/** Where scripts lie that run from right to left; all their letters do, and all their digits but some. */
const rightToLeftBlock = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const arabicDigit = /[\u0660-\u0669\u{10D30}-\u{10D39}]/u;
const europeanDigit = /[0-9\u06F0-\u06F9]/;
const neutral = /[\u02B9\u02BA\u02C6-\u02CF\u02EC\u2E2F\uA67F\uA717-\uA71F\uA788\u00B7\u0375\u30FB\u200C-\u200D-]/;

/** The classes of Unicode's bidirectional algorithm, as far as labels tell them apart. */
type Direction = 'right' | 'left' | 'european' | 'arabic' | 'mark' | 'neutral';

function directionOf(char: string): Direction {
  if (europeanDigit.test(char)) return 'european';
  if (arabicDigit.test(char)) return 'arabic';
  if (/\p{Mn}/u.test(char)) return 'mark';
  if (neutral.test(char)) return 'neutral';
  return rightToLeftBlock.test(char) ? 'right' : 'left';
}

/** Whether a label holds characters that run from right to left (RFC 5893, section 1.4). */
export function isRightToLeft(label: string): boolean {
  return [...label].some((char) => ['right', 'arabic'].includes(directionOf(char)));
}

/** Whether a label that runs from right to left fits the rule: one that does not is bound by others only. */
function fitsAlone(label: string): boolean {
  return !isRightToLeft(label) || fitsDirection(label);
}

/** Whether a label fits the Bidi rule (RFC 5893, section 2). */
export function fitsDirection(label: string): boolean {
  const directions = Array.from(label, directionOf);
  const [first] = directions;
  const last = directions.reduce((found, direction) => (direction === 'mark' ? found : direction), first);
  const has = (direction: Direction): boolean => directions.includes(direction);
  if (first === 'left') return !has('right') && !has('arabic') && (last === 'left' || last === 'european');
  if (first !== 'right' || has('left') || (has('european') && has('arabic'))) return false;
  return last === 'right' || last === 'european' || last === 'arabic';
}
