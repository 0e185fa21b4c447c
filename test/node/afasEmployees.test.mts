import type { IDataObject } from 'n8n-workflow';
import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { errorOf, REFERENCE_DATE, runAfas, startSmallAfas } from './afas.helper.mts';

let afas: AfasStandIn;

beforeAll(async () => {
	afas = await startSmallAfas();
});

afterAll(async () => {
	await afas.close();
});

beforeEach(() => {
	afas.log.reset();
	afas.faults.clear();
});

const peopleInWorld = () => afas.state.model.world.afas.people;

describe('everybody, once, with nothing private', () => {
	test('one item per employee code, and coverage that proves it', async () => {
		const { employees, coverage } = await runAfas({ baseUrl: afas.url, parameters: { pageSize: 25 } });
		const ids = peopleInWorld().map(({ employeeId }) => employeeId);
		expect(employees.map((employee) => employee['EmployeeId']).sort()).toEqual([...ids].sort());
		expect(coverage).toHaveLength(1);
		expect(coverage[0]).toMatchObject({
			partition: 'Profit_Employees_Alleo',
			name: 'Medewerkers voor Alleo',
			complete: true,
			employees: ids.length,
			error: null,
		});
		expect(coverage[0]?.checks.every(({ ok }) => ok)).toBe(true);
	});
});
