import { View } from '@/platform/host';
import { classes, readable } from '../a11y';
import { type PictureName, pictureNames } from './picture-names';

type PictureProps = {
  readonly name: PictureName;
  readonly size?: 'ordinary' | 'big';
  /** Without the soft tile behind. */
  readonly bare?: boolean;
  /** Only when no words stand beside it. */
  readonly label?: string;
};

/** A small flat illustration of goods or of a team. Without a label it is decoration. */
export function Picture({ name, size = 'ordinary', bare, label }: PictureProps) {
  const reads = label === undefined ? { hidden: true } : { role: 'img', label };
  return (
    <View
      className={classes('picture', `p-${name}`, size === 'big' && 'is-big', bare && 'is-bare')}
      {...readable(reads)}
    />
  );
}

/** The illustration of that name, or a parcel when a catalogue names one that is not drawn. */
export function pictureFor(name: string): PictureName {
  return pictureNames.find((known) => known === name) ?? 'parcel';
}
