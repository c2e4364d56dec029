import { standardSchema } from "./runtime/validation.js";
import { parseAddCustomPropertyValuesBody, parseAddCustomPropertyValuesResponse200, parseAddCustomPropertyValuesResponse201, parseUpdateCustomerPropertyBody, parseUpdateCustomerPropertyResponse200, parseWorkItemPropertyValue } from "./validators.js";
export const WorkItemPropertyValue = /* @__PURE__ */ standardSchema(parseWorkItemPropertyValue);
export const UpdateCustomerPropertyBody = /* @__PURE__ */ standardSchema(parseUpdateCustomerPropertyBody);
export const UpdateCustomerPropertyResponse200 = /* @__PURE__ */ standardSchema(parseUpdateCustomerPropertyResponse200);
export const AddCustomPropertyValuesBody = /* @__PURE__ */ standardSchema(parseAddCustomPropertyValuesBody);
export const AddCustomPropertyValuesResponse200 = /* @__PURE__ */ standardSchema(parseAddCustomPropertyValuesResponse200);
export const AddCustomPropertyValuesResponse201 = /* @__PURE__ */ standardSchema(parseAddCustomPropertyValuesResponse201);
