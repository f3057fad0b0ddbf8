import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { render, screen } from '@testing-library/react';
import { useSettings } from '@/state/settings';
import { goodsText } from '@/text/goods';
import { OutcomeChip } from './carrying/outcome-chip';
import { PickingLine } from './carrying/picking-line';
import { sampleDelivery } from './carrying/sample-work.fixture';
import { useGoodsName } from './goods-name';
import { LinesEditor } from './grid-desk/lines-editor';

afterEach(() => useSettings.setState({ language: 'zh' }));

function Counted({ unit, count }: { readonly unit: string; readonly count: number }) {
  return <p>{`${count} ${useGoodsName().unit(unit, count)}`}</p>;
}

test.each([
  ['zh', '份', 2, '2 份'],
  ['en', '份', 1, '1 portion'],
  ['en', '盒', 3, '3 boxes'],
  ['en', '斤', 2, '2 jin (500 g)'],
  // written by hand, or by a newer catalogue
  ['en', '一大兜', 1, '1 一大兜'],
  ['en', 'pc', 1, '1 pc'],
] as const)('in %s, so many %s (%i) are called %s', (language, unit, count, words) => {
  useSettings.setState({ language });
  render(<Counted {...{ unit, count }} />);
  expect(screen.getByText(words)).toBeVisible();
});

describe('in English', () => {
  beforeEach(() => useSettings.setState({ language: 'en' }));
  const nothing = () => undefined;
  const [line] = sampleDelivery().lines;
  if (!line) throw new Error('the sample has no line');

  test('on the picking list, and once it is found', () => {
    render(
      <PickingLine delivery="d" line={{ ...line, quantity: 2 }} answerBy="" onFound={nothing} onSoldOut={nothing} />,
    );
    expect(screen.getByText('2 boxes')).toBeVisible();
    render(<OutcomeChip line={{ ...line, outcome: 'FOUND', boughtQuantity: 1 }} />);
    expect(screen.getByText('Got 1 box')).toBeVisible();
  });

  test('in the draft of a message somebody reads out, also to whoever listens', () => {
    const draft = { line: 'line1', name: '大米', unit: '袋', quantity: 2, substitution: { rule: 'ASK' } } as const;
    render(<LinesEditor lines={[draft]} onChange={nothing} />);
    expect(screen.getByText('bags')).toBeVisible();
    expect(screen.getByRole('status')).toHaveAccessibleName(/2 bags/);
  });
});

/** The unit of a stored line on its way to the screen, untranslated. */
const raw = /\$\{[\w.]*\bunit\}|\bunit=\{[\w.]*\bunit\}|note=\{[\w.]*\bunit\}|\bunit: [\w.]+\.unit \}\)/;
/** Steppers hand on what they were given, an address has an entrance, a waiting time its measure. */
const notGoods = /stepper\.tsx|address\.unit|text.goods\.ts|wait-/;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(file);
    return /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file) ? [file] : [];
  });
}

test('no screen draws a unit as it is stored', () => {
  const root = path.join(__dirname, '../..');
  const found = sources(root).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((words) => raw.test(words) && !notGoods.test(`${file} ${words}`))
      .map((words) => `${path.relative(root, file)}: ${words.trim()}`),
  );
  expect(found).toEqual([]);
});

/** Units in which the invented county sells. */
test('every unit of the sample catalogue is known', () => {
  const rows = readFileSync(path.join(__dirname, '../../../../backend/src/sample-county/catalogue.ts'), 'utf8');
  const units = [...rows.matchAll(/^ {2,4}\['[\w-]+', '[^']+', (?:'[^']*'|"[^"]*"), '[\w-]+', '([^']+)'/gm)].map(
    ([, unit]) => unit,
  );
  expect(units.length).toBeGreaterThan(50);
  expect(units.filter((unit) => !(`u-${unit}` in goodsText.zh))).toEqual([]);
});
