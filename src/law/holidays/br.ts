import { day } from '../plain-date.ts';
import type { HolidayCalendar } from './holiday.ts';
import { saturday, sunday, unread, words } from './words.ts';

const law = {
  label: 'Lei 662/1949, art. 1º, na redação da Lei 10.607/2002',
  url: 'https://www.planalto.gov.br/ccivil_03/leis/l0662.htm',
};
const { fixed, easter } = words({ onSaturday: 'saturday', onSunday: 'sunday', cites: law });
const pontoFacultativo = { optional: true, cites: unread('ponto facultativo: portaria do ano') } as const;

/** National holidays of Brazil. Days on which offices may close are set each year: switch them on where they are kept. */
export const br: HolidayCalendar = {
  id: 'br',
  name: 'National holidays of Brazil',
  cites: law,
  source: 'the texts of the laws of 1980, 1995 and 2002 and the ordinance for 2014; the law of 2023 was not read',
  confidence: 'high',
  checkedOn: day('2026-11-24'),
  weekend: [sunday, saturday],
  holidays: [
    fixed('confraternizacao-universal', 'Confraternização Universal', 1, 1),
    easter('carnaval-segunda', 'Carnaval (segunda-feira)', -48, pontoFacultativo),
    easter('carnaval-terca', 'Carnaval (terça-feira)', -47, pontoFacultativo),
    easter('paixao-de-cristo', 'Paixão de Cristo', -2, {
      cites: { label: 'Lei 9.093/1995, art. 2º; portaria do ano (feriado nacional)' },
    }),
    fixed('tiradentes', 'Tiradentes', 4, 21),
    fixed('dia-do-trabalho', 'Dia Mundial do Trabalho', 5, 1),
    easter('corpus-christi', 'Corpus Christi', 60, pontoFacultativo),
    fixed('independencia', 'Independência do Brasil', 9, 7),
    fixed('nossa-senhora-aparecida', 'Nossa Senhora Aparecida', 10, 12, {
      cites: { label: 'Lei 6.802/1980, art. 1º' },
    }),
    fixed('servidor-publico', 'Dia do Servidor Público', 10, 28, pontoFacultativo),
    fixed('finados', 'Finados', 11, 2),
    fixed('proclamacao-da-republica', 'Proclamação da República', 11, 15),
    fixed('consciencia-negra', 'Dia Nacional de Zumbi e da Consciência Negra', 11, 20, {
      from: 2024,
      cites: unread('Lei 14.759/2023'),
    }),
    fixed('natal', 'Natal', 12, 25),
  ],
};
