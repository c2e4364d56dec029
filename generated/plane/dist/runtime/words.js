// The words of messages. They are found when all issues are: most of what is noted on the way is never read.
/** Says what a draft is about, and leaves of the value that it was about what an issue tells. */
export function tell(issue) {
    const { actual, message } = issue;
    if (message.endsWith(' '))
        issue.message = 'must ' + wanted(issue) + ', ' + found(actual);
    issue.actual = actualOf(actual);
}
/** What is wanted: `be a string`, `have a length of at most 50`. */
export function wanted({ message, expected }) {
    if (message !== 'be a ')
        return message + (Array.isArray(expected) ? listed(expected) : String(expected));
    return 'be ' + (Array.isArray(expected) ? expected.map(withArticle).join(' or ') : withArticle(expected));
}
/** What there is: `got 5`. */
export function found(value) {
    return value === undefined ? 'but is missing' : 'got ' + shown(value);
}
/** What an issue holds of a value: scalars as they are, of all else the type. */
function actualOf(value) {
    if (Array.isArray(value))
        return 'array';
    const type = typeof value;
    const isScalar = value === null || type === 'string' || type === 'boolean' || Number.isFinite(value);
    return isScalar ? value : type === 'number' ? String(value) : type;
}
/** A value as a person would quote it, at most 60 characters of a text. */
export function shown(value) {
    if (typeof value !== 'string')
        return String(actualOf(value));
    const text = value.length > 60 ? `${value.slice(0, 59)}…` : value;
    // what JSON.stringify gives, sooner: most texts hold nothing that it would have to escape
    // oxlint-disable-next-line no-control-regex
    return /["\\\0-\x1f\ud800-\udfff]/.test(text) ? JSON.stringify(text) : `"${text}"`;
}
/** Allowed values, at most fifty. */
function listed(allowed) {
    let text = '';
    for (const one of allowed.slice(0, 50)) {
        text += (text && ', ') + (typeof one === 'string' ? shown(one) : JSON.stringify(one));
    }
    return allowed.length > 50 ? text + ', …' : text;
}
/** `a string`, `an object`, `null`. */
function withArticle(type) {
    if (type === 'null')
        return type;
    return (type === 'integer' || type === 'object' || type === 'array' ? 'an ' : 'a ') + String(type);
}
