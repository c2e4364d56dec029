import { type Test } from "./issues.js";
/** A keyword whose branches are asked one after the other: `type`, where it lists several. */
export type UnionKeyword = "anyOf" | "oneOf" | "type";
/**
 * Notes why none of the branches fits (or for `oneOf`, more than one): the issues of the closest branch, which is the
 * one with the fewest and deepest issues, and a summary where several branches were in question. Always false.
 */
export declare function closest(value: unknown, keyword: UnionKeyword, branches: readonly Test[]): false;
