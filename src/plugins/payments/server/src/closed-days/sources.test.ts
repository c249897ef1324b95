import { publicHolidays } from './sources';

const inYear = (country: string, year: number, language = 'en') =>
  publicHolidays({ country, language }, year).holidays.map(({ citation, ...holiday }) => ({
    ...holiday,
    cited: citation !== null,
  }));

describe('where a public holiday is known from', () => {
  test('the library, for what it gets right', () => {
    expect(inYear('GR', 2027, 'el')).toContainEqual({
      date: '2027-10-28',
      name: 'Επέτειος του Όχι',
      source: 'library',
      movedFrom: null,
      cited: false,
    });
  });

  test('a decree that ships with the plugin, with the day that it left open', () => {
    const year = inYear('GR', 2024);
    expect(year.find(({ date }) => date === '2024-05-07')).toEqual({
      date: '2024-05-07',
      name: 'Labour Day (moved)',
      source: 'correction',
      movedFrom: '2024-05-01',
      cited: true,
    });
    expect(year.map(({ date }) => date)).not.toContain('2024-05-01');
  });

  test('a rule that ships with the plugin, every year', () => {
    expect(inYear('CY', 2027).filter(({ source }) => source === 'correction')).toEqual([
      { date: '2027-03-15', name: 'Green Monday', source: 'correction', movedFrom: null, cited: true },
      { date: '2027-06-21', name: 'Whit Monday (Kataklysmos)', source: 'correction', movedFrom: null, cited: true },
    ]);
  });

  test('nobody yet, where a decree is expected: the old day is still a holiday', () => {
    const year = inYear('GR', 2027);
    expect(year.filter(({ source }) => source === 'expected')).toEqual([
      { date: '2027-05-04', name: 'Labour Day (moved)', source: 'expected', movedFrom: '2027-05-01', cited: true },
    ]);
    expect(year.find(({ date }) => date === '2027-05-01')?.source).toBe('library');
  });

  test('corrections of public holidays are none of an office that keeps bank holidays alone', () => {
    const { holidays } = publicHolidays({ country: 'GR', language: 'en', types: ['bank'] }, 2024);
    expect(holidays.filter(({ source }) => source !== 'library')).toEqual([]);
  });

  test('the moon’s holidays only as far as the library’s tables reach', () => {
    expect(publicHolidays({ country: 'TR', language: 'en' }, 2027).knownUntil).toBe('2076-12-31');
    expect(publicHolidays({ country: 'GR', language: 'en' }, 2027).knownUntil).toBeNull();
  });

  test('are by date, each day once', () => {
    const dates = inYear('GR', 2027).map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
  });
});
