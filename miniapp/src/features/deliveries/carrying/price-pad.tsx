import { useState } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, IconButton, Line, Money, Pressable, Rows, Sheet, View, Words } from '@/ui';
// also where nobody carries anything: at the cashier's
import './carrying.css';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;
const mostFen = 999_999;

type PricePadProps = {
  /** What the amount is, as a question. */
  readonly title: string;
  readonly fen: number;
  /** Money that is counted, and no price. */
  readonly isCash?: true;
  readonly onClose: () => void;
  readonly onChange: (fen: number) => void;
};

/** An amount by large keys, as on a till: digits fill from the fen upwards, so there is no decimal point to miss. */
export function PricePad({ title, fen, isCash, onClose, onChange }: PricePadProps) {
  const t = useText(carryingText);
  const [typed, setTyped] = useState<number>();
  const value = typed ?? fen;
  const press = (key: string) => setTyped(Math.min(mostFen, Number(`${typed ?? 0}${key}`)));
  const keep = () => {
    onChange(value);
    onClose();
  };
  return (
    <Sheet title={title} open onClose={onClose}>
      <Rows>
        <View className="carry-shown">
          <Money fen={value} size={1} tone={typed === undefined ? 'quiet' : 'plain'} />
        </View>
        <View className="carry-pad">
          {keys.map((key) => (
            <Pressable key={key} className="press carry-key" onPress={() => press(key)} reads={{ label: key }}>
              <Words size={3} strong>
                {key}
              </Words>
            </Pressable>
          ))}
          <View className="carry-key">
            <IconButton icon="left" label={t('price-back')} onPress={() => setTyped(Math.floor(value / 10))} />
          </View>
        </View>
        <Line>
          <Button label={t('price-clear')} onPress={() => setTyped(0)} />
          <Button look="main" label={t(isCash ? 'cash-keep' : 'price-keep')} onPress={keep} />
        </Line>
      </Rows>
    </Sheet>
  );
}
