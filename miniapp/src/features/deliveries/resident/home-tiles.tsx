import { openPage } from '@/platform';
import { useText } from '@/text';
import { residentText } from '@/text/resident';
import { Picture, type PictureName, Pressable, Tiles, View, Words } from '@/ui';
import './home-tiles.css';

/** Four large things to ask for. */
export function HomeTiles({ onReturnee }: { readonly onReturnee: () => void }) {
  const t = useText(residentText);
  const order = (kind: string) => () => void openPage('/pages/order/index', { kind });
  return (
    <Tiles>
      <Tile label={t('groceries')} picture="vegetables" onPress={order('GROCERY')} />
      <Tile label={t('medicine')} picture="tablets" onPress={order('MEDICINE')} />
      <Tile label={t('help')} picture="parcel" onPress={order('ERRAND')} />
      <Tile label={t('returnee')} picture="door" onPress={onReturnee} />
    </Tiles>
  );
}

type TileProps = { readonly label: string; readonly picture: PictureName; readonly onPress: () => void };

function Tile({ label, picture, onPress }: TileProps) {
  return (
    <Pressable onPress={onPress}>
      <View className="card home-tile">
        <Picture name={picture} bare />
        <Words size={4} strong>
          {label}
        </Words>
      </View>
    </Pressable>
  );
}
