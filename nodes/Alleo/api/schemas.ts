import { z } from 'zod';
import { AlleoEmployee } from '../../../core/model/employee';

/**
 * What the Customer API answers. Only `id` and `is_active` are sure; keys that are not listed are
 * ignored (vendor SDK, src/alleo/models.py).
 */
export const Companies = z.array(
	z.object({ id: z.number().int(), name: z.string().nullable().default(null) }),
);
export type Company = z.infer<typeof Companies>[number];

export const Groups = Companies;
export type Group = Company;

/** An employee as one company's endpoint gives it: `company_id` comes from the path. */
export const employeeOf = (companyId: number) =>
	z.preprocess(
		(raw) => (typeof raw === 'object' && raw !== null ? { ...raw, company_id: companyId } : raw),
		AlleoEmployee,
	);

export const Page = z.object({ data: z.array(z.unknown()), count: z.number().int().nonnegative() });

/** The body of an error: a text, or for 422 a list of fields. */
export const ErrorBody = z.object({
	detail: z.union([
		z.string(),
		z.array(
			z.object({
				loc: z.array(z.union([z.string(), z.number()])).default([]),
				msg: z.string().default(''),
			}),
		),
	]),
});

export interface EmployeePage {
	rows: AlleoEmployee[];
	count: number;
}
