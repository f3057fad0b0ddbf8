import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { IconButton } from '../action/icon-button';
import { formatDegrees } from '../base/format';
import { Line, Words } from '../base/layout';

/** Where a temperature begins when nobody has said one yet, in tenths of a degree Celsius. */
export const usualTenths = 365;
const lowestTenths = 350;
const highestTenths = 420;

type TemperatureProps = {
  /** Tenths of a degree Celsius. */
  readonly tenths: number;
  readonly onChange: (tenths: number) => void;
};

/** Plus and minus around a body's temperature, a tenth of a degree a press. */
export function Temperature({ tenths, onChange }: TemperatureProps) {
  const t = useText(uiText);
  const shown = formatDegrees(tenths);
  return (
    <Line apart>
      <IconButton
        icon="minus"
        label={t('cooler')}
        disabled={tenths <= lowestTenths}
        onPress={() => onChange(tenths - 1)}
      />
      <Words size={1} strong reads={{ role: 'status', live: 'polite', label: `${t('temperature')} ${shown}` }}>
        {shown}
      </Words>
      <IconButton
        icon="plus"
        label={t('warmer')}
        disabled={tenths >= highestTenths}
        onPress={() => onChange(tenths + 1)}
      />
    </Line>
  );
}
