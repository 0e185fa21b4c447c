import type { IDataObject } from 'n8n-workflow';
import { nmbrs } from '../unit/normalize/support.mts';
import { runNode } from './normalize.context.mts';
import { manyOf, panel } from './normalize.panel.mts';

/** Try the Mapping: what the panel shows before anything runs. */

describe('Try the Mapping', () => {
	const preview = async (records: object[], more: IDataObject = {}): Promise<IDataObject[]> => {
		const { employees, held } = await runNode(records, {
			parameters: { mode: 'preview', ...more },
		});
		expect(held).toEqual([]);
		return employees;
	};
	const line = (rows: IDataObject[], field: string): IDataObject | undefined =>
		rows.find((row) => row['alleo_field'] === field);

	test('each field with its source, type, result and whether it is valid', async () => {
		const rows = await preview([
			nmbrs({ birthDate: 'unknown', extraFields: { alleo_monthly_all_budget: '25,50' } }),
		]);
		expect(line(rows, 'email')).toEqual({
			person: '12',
			status: 'held',
			field: 'Business Email',
			alleo_field: 'email',
			source: 'businessEmail',
			raw_type: 'text',
			result: 'noor.testen@voorbeeld.nl',
			valid: true,
			problem: '',
		});
		expect(line(rows, 'birthday')).toMatchObject({ result: null, valid: false, raw_type: 'text' });
		expect(line(rows, 'birthday')?.['problem']).toContain('cannot be read');
		expect(line(rows, 'group')).toMatchObject({
			source: 'department.description',
			result: 'Verkoop',
		});
		expect(line(rows, 'private_email')).toMatchObject({
			raw_type: 'empty',
			result: null,
			valid: true,
		});
		expect(line(rows, 'alleo_filter')).toMatchObject({ raw_type: 'not there', result: null });
		expect(line(rows, 'alleo_monthly_all_budget')).toMatchObject({
			raw_type: 'text',
			result: 25.5,
		});
	});

	test('the first people only, linked to their items', async () => {
		const { outputs } = await runNode(manyOf(9), {
			parameters: { mode: 'preview', options: { previewCount: 2 } },
		});
		const items = new Set(outputs[0]?.map((item) => (item.pairedItem as { item: number }).item));
		expect([...items]).toEqual([0, 1]);
	});

	test('the access field with what it says', async () => {
		const more = { selectiveSync: true };
		const rows = await preview([nmbrs({ extraFields: { alleo_access: 'nee' } })], more);
		expect(line(rows, 'alleo_access')).toMatchObject({
			field: 'Access Field',
			result: 'no',
			valid: true,
		});
		const odd = await preview([nmbrs({ extraFields: { alleo_access: 'hm' } })], more);
		expect(line(odd, 'alleo_access')).toMatchObject({ result: null, valid: false });
	});

	test('a value that looks like a citizen service number is masked', async () => {
		const fields = panel('nmbrs', { group: '={{ $json.remark }}' });
		const rows = await preview([nmbrs({ remark: 'see 123456782' })], { source: 'nmbrs', fields });
		expect(line(rows, 'group')?.['result']).toBe('see •••••••••');
		expect(JSON.stringify(rows)).not.toContain('123456782');
	});

	test('a value that is wrong is not shown', async () => {
		const rows = await preview([
			nmbrs({ businessEmail: 'SECRET not an address', firstName: ['SECRET'] }),
		]);
		expect(JSON.stringify(rows)).not.toContain('SECRET');
		expect(line(rows, 'first_name')).toMatchObject({ raw_type: 'list', valid: false });
	});
});
