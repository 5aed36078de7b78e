import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { useBodyName } from '../../session/use-body-name.ts';

/** Says in words who bears money: `city`, `district:西湖区`, 属地. */
export function useHolderName(): (named: string) => string {
  const { city, ownDistrict } = useProgrammeTexts();
  const sayBody = useBodyName();
  return (named) => {
    if (named === '属地') return ownDistrict;
    if (named === 'city') return city;
    return sayBody(named.replace(/^(city|district):/u, ''));
  };
}
