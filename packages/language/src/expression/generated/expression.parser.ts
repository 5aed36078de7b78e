// Generated from expression.grammar by `npm run grammar -w @luodi/language`.
import {LRParser} from "@lezer/lr"
import {quantity} from "../quantity-token.ts"
const spec_Identifier = {__proto__:null,"或":12, "且":16, "不低于":22, "达到":24, "不少于":26, "超过":28, "高于":30, "不超过":32, "不高于":34, "不满":36, "低于":38, "为":40, "在":44, "以上":46, "以下":48, "以内":50, "以外":52, "属于":56, "非":78, "是":94, "否":96, "最高":102, "酌定":108, "另行规定":112, "决定":116}
export const parser = LRParser.deserialize({
  version: 14,
  states: "(jOVQROOOtQROOQ!XQQOOOOQO'#Cz'#CzOVQRO'#DUOVQRO'#DVO#fQQO'#DnOOQO'#Dn'#DnOVQRO'#DSOOQO'#D['#D[QOQQOOOVQRO'#D`OVQRO'#DbO%]QQO'#DcO%eQQO'#DeO%jQQO'#DgOVQRO,59POVQRO,59hOVQRO,59kOVQRO,58zOVQRO,58}OVQRO,59]O%oQQO,59cOOQO,59p,59pO%tQQO,59qO%{QRO,59tOOQO,59n,59nO&SQQO,59zO&ZQQO,59|OVQRO,59}OOQO,5:P,5:POOQO,5:R,5:RO&bQQO1G.kO(UQQO1G/SOOQO1G/V1G/VO)xQQO1G.fO*fQQO1G.iO+VQQO1G.wO+gQQO'#CyOOQO1G.}1G.}OOQO1G/]1G/]O+lQQO'#DqOOQO1G/`1G/`O+vQQO1G/`O+{QQO1G/iOOQO7+$c7+$cO,SQQO,59eOVQRO'#DjO,[QQO,5:]OOQO7+$z7+$zO+gQQO'#DiO,dQQO1G/POOQO1G/P1G/PO,lQQO,5:UOOQO-E7h-E7hOOQO,5:T,5:TOOQO-E7g-E7gOOQO7+$k7+$k",
  stateData: ",v~O!aOS~OPVOQVOTROrSOwWOzTO}VO!PXO!QXO~OZ[O!TZO!W]O!Y^O![_O~PVOUcOWdOY`OZ`O[`O]`O^`O_`O``Oa`Ob`Oc`Od`OfeOlfOqaOraOtbOubO~OziOU!bXW!bXY!bXZ!bX[!bX]!bX^!bX_!bX`!bXa!bXb!bXc!bXd!bXf!bXl!bXq!bXr!bXt!bXu!bX!_!bX{!bXg!bXh!bXi!bXj!bXo!bX~O!TmO!_!VX~O}nO~O}oO~O!cvO~O{xO~P!XO{zO~PVO!_!Sa~P!XO!_!Ua~P!XOqaOraOtbOubOUXiWXiYXiZXi[Xi]Xi^Xi_Xi`XiaXibXicXidXifXilXi!_Xi{XigXihXiiXijXioXi~OtbOubOUpiWpiYpiZpi[pi]pi^pi_pi`piapibpicpidpifpilpiqpirpi!_pi{pigpihpiipijpiopi~OUSi!_Si{SigSihSiiSijSioSi~P![OUViWVi!_Vi{VigVihViiVijVioVi~P!_Og}Oh}Oi}Oj}O~P!XOTRO~Oo!PO{!eX~P!XO{!RO~O!_!Vi~P!XOo!SO!d!UO~Oo!PO{!ea~Oo!SO!d!ZO~Oo!^a{!^a~P!XO",
  goto: "$x!fPPPP!gPP!gP!gPPPPPPPPPPP!gPPPPP!gP!y!|P!gPP!gPP!gP!g!gPP!gP!gPPP#fP#f#fP#fP#fP#i#oPPP#uPP$uqVOPSTWZ[`abcdeim!PRwfpUOPSTWZ[`abcdeim!PQ!OvR!X!SRYPQ!T!OR!Y!TQ!QyR!W!QSQOPQgSQhTQjWQkZQl[Qp`QqaQrbQscQtdQueQyiQ|mR!V!PR{i",
  nodeNames: "⚠ Quantity CalendarDate Rule Or Identifier 或 And 且 Comparison Operator 不低于 达到 不少于 超过 高于 不超过 不高于 不满 低于 为 Range 在 以上 以下 以内 以外 Membership 属于 List Name Comma Sum Plus Minus Product Times Divide Not 非 Negative Group Open Close Call String Truth 是 否 Grant AtMost 最高 AtLeast Discretionary 酌定 ByReference 另行规定 Decision 决定",
  maxTerm: 67,
  skippedNodes: [0],
  repeatNodeCount: 2,
  tokenData: "&|~RxXY#oYZ#o]^#opq#ors$Txy$uyz$zz{%P{|%U|}%Z}!O%`!P!Q%e!^!_%j!_!`%r!`!a%j!c!}%w!}#O&r#P#Q&w#R#S%w#T#o%w$}%O%w%o%p%P&a&b%e$Il$Im%w$Im$In%w$Ip$Iq%w$Iq$Ir%w%&l%&m%`%(^%(_%r%(b%(c%r%(c%(d%r&FU&FV#o&F]&F^%w'.b*3p%w*5S41d%w?H^?H_$u?H_?H`$z?Ha?Hb%U?Hb?Hc%Z?Hc?Hd%`~#tT!a~XY#oYZ#o]^#opq#o&FU&FV#o~$WUOY$TZr$Trs$js;'S$T;'S;=`$o<%lO$T~$oO}~~$rP;=`<%l$T~$zOz~~%PO{~~%UOt~~%ZOq~~%`Oo~~%eOr~~%jOu~~%oPY~!_!`%r~%wOY~~%|[T~!Q![%w!c!}%w#R#S%w#T#o%w$}%O%w$Il$Im%w$Im$In%w$Ip$Iq%w$Iq$Ir%w&F]&F^%w'.b*3p%w*5S41d%w~&wO!c~~&|O!d~",
  tokenizers: [quantity, 0],
  topRules: {"Rule":[0,3],"Grant":[1,49]},
  specialized: [{term: 5, get: (value: keyof typeof spec_Identifier) => spec_Identifier[value] || -1}],
  tokenPrec: 0
})
