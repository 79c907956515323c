// Made from the files beside it: node scripts/generate.mjs
import { appealWindowCases } from './appeal-windows.ts';
import { appealCases } from './appeals.ts';
import { auFoi1982Cases } from './au-foi-1982.ts';
import { brLaiCases } from './br-lai.ts';
import { caAtiaCases } from './ca-atia.ts';
import { caBcFippaCases } from './ca-bc-fippa.ts';
import { caOnFippaCases } from './ca-on-fippa.ts';
import { caPrivacyCases } from './ca-privacy.ts';
import { caSkFoipCases } from './ca-sk-foip.ts';
import type { Case } from './case.ts';
import { countingCases } from './counting.ts';
import { courtAndHourCases } from './courts-and-hours.ts';
import { deIfgCases } from './de-ifg.ts';
import { deUigCases } from './de-uig.ts';
import { deVigCases } from './de-vig.ts';
import { endCases } from './ends.ts';
import { es192013Cases } from './es-19-2013.ts';
import { eu10492001Cases } from './eu-1049-2001.ts';
import { extensionCases } from './extensions.ts';
import { feePauseCases } from './fee-pauses.ts';
import { frCrpaCases } from './fr-crpa.ts';
import { ieFoi2014Cases } from './ie-foi-2014.ts';
import { inRti2005Cases } from './in-rti-2005.ts';
import { itDlgs332013Cases } from './it-dlgs33-2013.ts';
import { jpAitCases } from './jp-ait.ts';
import { mxLgtaipCases } from './mx-lgtaip.ts';
import { noticesOfExtensionCases } from './notices-of-extension.ts';
import { nzOia1982Cases } from './nz-oia-1982.ts';
import { pauseCases } from './pauses.ts';
import { peersCases } from './peers.ts';
import { peersElsewhereCases } from './peers-elsewhere.ts';
import { receiptCases } from './receipt.ts';
import { secondReadingsCases } from './second-readings.ts';
import { speedAndCourtCases } from './speed-and-court.ts';
import { tangleCases } from './tangles.ts';
import { ukEir2004Cases } from './uk-eir-2004.ts';
import { ukFoia2000Cases } from './uk-foia-2000.ts';
import { ukFoisa2002Cases } from './uk-foisa-2002.ts';
import { usAkCases } from './us-ak.ts';
import { usAlCases } from './us-al.ts';
import { usArCases } from './us-ar.ts';
import { usAzCases } from './us-az.ts';
import { usCaCases } from './us-ca.ts';
import { usCoCases } from './us-co.ts';
import { usCtCases } from './us-ct.ts';
import { usDcCases } from './us-dc.ts';
import { usDeCases } from './us-de.ts';
import { usFlCases } from './us-fl.ts';
import { usGaCases } from './us-ga.ts';
import { usHiCases } from './us-hi.ts';
import { usIaCases } from './us-ia.ts';
import { usIdCases } from './us-id.ts';
import { usIlCases } from './us-il.ts';
import { usInCases } from './us-in.ts';
import { usKsCases } from './us-ks.ts';
import { usKyCases } from './us-ky.ts';
import { usLaCases } from './us-la.ts';
import { usMaCases } from './us-ma.ts';
import { usMdCases } from './us-md.ts';
import { usMeCases } from './us-me.ts';
import { usMiCases } from './us-mi.ts';
import { usMnCases } from './us-mn.ts';
import { usMoCases } from './us-mo.ts';
import { usMsCases } from './us-ms.ts';
import { usMtCases } from './us-mt.ts';
import { usNcCases } from './us-nc.ts';
import { usNdCases } from './us-nd.ts';
import { usNeCases } from './us-ne.ts';
import { usNhCases } from './us-nh.ts';
import { usNjCases } from './us-nj.ts';
import { usNmCases } from './us-nm.ts';
import { usNvCases } from './us-nv.ts';
import { usNyCases } from './us-ny.ts';
import { usOhCases } from './us-oh.ts';
import { usOkCases } from './us-ok.ts';
import { usOrCases } from './us-or.ts';
import { usPaCases } from './us-pa.ts';
import { usPrivacyActCases } from './us-privacy-act.ts';
import { usRiCases } from './us-ri.ts';
import { usScCases } from './us-sc.ts';
import { usSdCases } from './us-sd.ts';
import { usTnCases } from './us-tn.ts';
import { usTxCases } from './us-tx.ts';
import { usUtCases } from './us-ut.ts';
import { usVaCases } from './us-va.ts';
import { usVtCases } from './us-vt.ts';
import { usWaCases } from './us-wa.ts';
import { usWiCases } from './us-wi.ts';
import { usWvCases } from './us-wv.ts';
import { usWyCases } from './us-wy.ts';
import { yearEndCases } from './year-ends.ts';
import { zaPaiaCases } from './za-paia.ts';

/** Every worked case. */
export const cases: readonly Case[] = [
  ...appealWindowCases,
  ...appealCases,
  ...auFoi1982Cases,
  ...brLaiCases,
  ...caAtiaCases,
  ...caBcFippaCases,
  ...caOnFippaCases,
  ...caPrivacyCases,
  ...caSkFoipCases,
  ...countingCases,
  ...courtAndHourCases,
  ...deIfgCases,
  ...deUigCases,
  ...deVigCases,
  ...endCases,
  ...es192013Cases,
  ...eu10492001Cases,
  ...extensionCases,
  ...feePauseCases,
  ...frCrpaCases,
  ...ieFoi2014Cases,
  ...inRti2005Cases,
  ...itDlgs332013Cases,
  ...jpAitCases,
  ...mxLgtaipCases,
  ...noticesOfExtensionCases,
  ...nzOia1982Cases,
  ...pauseCases,
  ...peersElsewhereCases,
  ...peersCases,
  ...receiptCases,
  ...secondReadingsCases,
  ...speedAndCourtCases,
  ...tangleCases,
  ...ukEir2004Cases,
  ...ukFoia2000Cases,
  ...ukFoisa2002Cases,
  ...usAkCases,
  ...usAlCases,
  ...usArCases,
  ...usAzCases,
  ...usCaCases,
  ...usCoCases,
  ...usCtCases,
  ...usDcCases,
  ...usDeCases,
  ...usFlCases,
  ...usGaCases,
  ...usHiCases,
  ...usIaCases,
  ...usIdCases,
  ...usIlCases,
  ...usInCases,
  ...usKsCases,
  ...usKyCases,
  ...usLaCases,
  ...usMaCases,
  ...usMdCases,
  ...usMeCases,
  ...usMiCases,
  ...usMnCases,
  ...usMoCases,
  ...usMsCases,
  ...usMtCases,
  ...usNcCases,
  ...usNdCases,
  ...usNeCases,
  ...usNhCases,
  ...usNjCases,
  ...usNmCases,
  ...usNvCases,
  ...usNyCases,
  ...usOhCases,
  ...usOkCases,
  ...usOrCases,
  ...usPaCases,
  ...usPrivacyActCases,
  ...usRiCases,
  ...usScCases,
  ...usSdCases,
  ...usTnCases,
  ...usTxCases,
  ...usUtCases,
  ...usVaCases,
  ...usVtCases,
  ...usWaCases,
  ...usWiCases,
  ...usWvCases,
  ...usWyCases,
  ...yearEndCases,
  ...zaPaiaCases,
];
