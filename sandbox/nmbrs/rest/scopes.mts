/** Scopes of the resources; one of a group is enough. Which one the vendor wants is partly a guess. */
export const COMPANY = ['company.info.read', 'company.info', 'company.payrollsettings.read'];
export const INFO = ['employee.info.read', 'employee.info'];
export const EMPLOYMENT = ['employee.employment.read', 'employee.employment'];
export const PAYMENT = ['employee.payment.read', 'employee.payment'];
export const ORG = ['employee.orgstructure.read'];
export const LEAVE = ['company.leave.read', 'employee.leave.read'];
