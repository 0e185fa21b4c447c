/** The parts of an employee that can be asked for; personal info and employments are always read. */
export type Include =
	| 'contracts'
	| 'department'
	| 'function'
	| 'manager'
	| 'schedule'
	| 'salary'
	| 'leave'
	| 'costCenter'
	| 'wageComponents'
	| 'extraFields';
