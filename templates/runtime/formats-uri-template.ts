// URI templates of RFC 6570, for the generated validators.

/** What must not stand outside of braces (section 2.1, with erratum 6937). */
const notLiteral =
  /[^!#$&-;=?-[\]_a-z~%\u{A0}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFEF}\u{10000}-\u{DFFFF}\u{E1000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}|%(?![\dA-Fa-f]{2})/u;
/** Section 2.2: operators, of which some are kept for later. */
const operator = /^[+#./;?&=,!@|]/;
/** The end of a variable (section 2.4): how much of it, or each of its parts. */
const modifier = /(?::[1-9]\d{0,3}|\*)$/;
/** What must not stand in a variable's name (section 2.3). */
const notInName = /[^\w.%]|%(?![\dA-Fa-f]{2})|\.\./;

/** `uri-template`: RFC 6570, of any level. */
export function isUriTemplate(text: string): boolean {
  let at = 0;
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', at)) {
    const close = text.indexOf('}', open);
    if (close === -1 || notLiteral.test(text.slice(at, open)) || !isExpression(text.slice(open + 1, close)))
      return false;
    at = close + 1;
  }
  return !notLiteral.test(text.slice(at));
}

/** What stands in braces: an operator, if any, and the variables (section 2.2). */
function isExpression(text: string): boolean {
  return text.replace(operator, '').split(',').every(isVariable);
}

function isVariable(text: string): boolean {
  const name = text.replace(modifier, '');
  return name !== '' && !name.startsWith('.') && !name.endsWith('.') && !notInName.test(name);
}
