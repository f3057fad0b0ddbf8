import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { iconNames } from './icon/icon-names';
import { pictureNames } from './picture/picture-names';

/** Style sheets carry the drawings, so each stays small. */
const largestBytes = 700;

describe.each([
  { folder: 'icon', sheet: 'icons.css', prefix: 'i', names: iconNames as readonly string[] },
  { folder: 'picture', sheet: 'pictures.css', prefix: 'p', names: pictureNames as readonly string[] },
])('$folder', ({ folder, sheet, prefix, names }) => {
  const drawings = path.join(__dirname, folder, 'svg');

  test('every name has a drawing and a class, and nothing else does', () => {
    const drawn = readdirSync(drawings).map((file) => path.basename(file, '.svg'));
    const classes = [...readFileSync(path.join(__dirname, folder, sheet), 'utf8').matchAll(/^\.(\w)-([\w-]+) \{/gm)];
    expect(drawn.sort()).toEqual([...names].sort());
    expect(classes.map((found) => found[2]).sort()).toEqual([...names].sort());
    expect(new Set(classes.map((found) => found[1]))).toEqual(new Set([prefix]));
  });

  test('no drawing is larger than 700 bytes', () => {
    for (const name of names) expect(statSync(path.join(drawings, `${name}.svg`)).size).toBeLessThan(largestBytes);
  });
});
