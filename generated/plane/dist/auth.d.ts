export { renewable } from "./runtime/renewable.js";
export type { RenewableCredential } from "./runtime/renewable.js";
