import { useState } from 'react';
import { usePageParams } from '@/platform';
import { useSettings } from '@/state/settings';
import { BottomBar, Button, Chip, Line, Money, Page, RoleBar, Rows, UnsentBadge, Words } from '@/ui';
import { DrawingsPart } from './drawings-part';
import { FieldsPart } from './fields-part';
import { ListsPart } from './lists-part';
import { StatesPart } from './states-part';

const parts = { lists: ListsPart, fields: FieldsPart, states: StatesPart, drawings: DrawingsPart };
type PartName = keyof typeof parts;
const partNames: readonly PartName[] = ['lists', 'fields', 'states', 'drawings'];
const nowhere = () => undefined;

/** Every building block on show, for those who write screens. Browser only; `?part=fields&large=1&theme=dark`. */
export default function GalleryPage() {
  const params = usePageParams();
  const chooseTheme = useSettings((settings) => settings.chooseTheme);
  const [part, setPart] = useState<PartName>(partNames.find((name) => name === params.part) ?? 'lists');
  const [large, setLarge] = useState(params.large === '1');
  const Part = parts[part];
  const bar = (
    <BottomBar
      note={
        <>
          <Words>7件，约</Words>
          <Money fen={41260} size={4} />
        </>
      }
      main={<Button look="main" icon="basket" label="选好了，去下单" onPress={nowhere} />}
    />
  );
  return (
    <Page
      title="积木"
      forceLarge={large}
      aside={<UnsentBadge count={2} onPress={nowhere} />}
      bottom={part === 'drawings' ? <RoleBar tabs={tabs} here="a" /> : bar}
    >
      <Rows gap={1}>
        <Line>
          {partNames.map((name) => (
            <Chip key={name} label={name} chosen={name === part} onPress={() => setPart(name)} />
          ))}
          <Chip label="large" chosen={large} onPress={() => setLarge(!large)} />
          <Chip label="dark" chosen={false} onPress={() => chooseTheme('dark')} />
        </Line>
      </Rows>
      <Part />
    </Page>
  );
}

const tabs = [
  { page: 'a', label: '排队', icon: 'list' },
  { page: 'b', label: '住户', icon: 'people' },
  { page: 'c', label: '地图', icon: 'map-pin' },
  { page: 'd', label: '我', icon: 'person' },
] as const;
