import { useText } from '@/text';
import { gridText } from '@/text/grid';
import { type IconName, RoleBar } from '@/ui';

const tabs = [
  ['home', 'list'],
  ['phone-order', 'phone'],
  ['chain', 'message'],
  ['duty', 'people'],
  ['runs', 'truck'],
] as const satisfies readonly (readonly [string, IconName])[];

type GridPage = (typeof tabs)[number][0];

/** The address of a page of the grid workspace. */
export const gridPage = (name: GridPage | 'delivery' | 'late'): string => `/packages/grid/${name}/index`;

/** The pages of the grid workspace, at the bottom of each of them. */
export function GridBar({ here }: { readonly here: GridPage }) {
  const t = useText(gridText);
  return (
    <RoleBar
      tabs={tabs.map(([name, icon]) => ({ page: gridPage(name), icon, label: t(`bar-${name}`) }))}
      here={gridPage(here)}
    />
  );
}
