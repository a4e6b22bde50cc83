import{a as ho,b as uo}from"./chunk-W6BFWREY.js";import{h as bc}from"./chunk-HIWRCPDF.js";import{a as yc,d as xc,e as vc,f as me,g as lo,h as bt,i as fo,j as _c,k as Pc,l as ft,m as yi,o as Yr,q as it,r as po,s as wc}from"./chunk-RME7QKZQ.js";import{b as Be,c as co,d as Vr,e as Wr,g as X,j as mc,k as Gr,w as ee}from"./chunk-R3X6QOE6.js";import{a as $d,b as De,c as Hd}from"./chunk-OOJM4CTU.js";var _d=$d((gB,hc)=>{"use strict";hc.exports=Rr;hc.exports.default=Rr;function Rr(i,t,e){e=e||2;var n=t&&t.length,o=n?t[0]*e:i.length,r=yd(i,0,o,e,!0),s=[];if(!r||r.next===r.prev)return s;var a,c,l,f,h,u,d;if(n&&(r=kP(i,t,r,e)),i.length>80*e){a=l=i[0],c=f=i[1];for(var p=e;p<o;p+=e)h=i[p],u=i[p+1],h<a&&(a=h),u<c&&(c=u),h>l&&(l=h),u>f&&(f=u);d=Math.max(l-a,f-c),d=d!==0?32767/d:0}return Xn(r,s,e,a,c,d,0),s}function yd(i,t,e,n,o){var r,s;if(o===fc(i,t,e,n)>0)for(r=t;r<e;r+=n)s=md(r,i[r],i[r+1],s);else for(r=e-n;r>=t;r-=n)s=md(r,i[r],i[r+1],s);return s&&kr(s,s.next)&&(Jn(s),s=s.next),s}function ze(i,t){if(!i)return i;t||(t=i);var e=i,n;do if(n=!1,!e.steiner&&(kr(e,e.next)||F(e.prev,e,e.next)===0)){if(Jn(e),e=t=e.prev,e===e.next)break;n=!0}else e=e.next;while(n||e!==t);return t}function Xn(i,t,e,n,o,r,s){if(i){!s&&r&&jP(i,n,o,r);for(var a=i,c,l;i.prev!==i.next;){if(c=i.prev,l=i.next,r?IP(i,n,o,r):AP(i)){t.push(c.i/e|0),t.push(i.i/e|0),t.push(l.i/e|0),Jn(i),i=l.next,a=l.next;continue}if(i=l,i===a){s?s===1?(i=OP(ze(i),t,e),Xn(i,t,e,n,o,r,2)):s===2&&RP(i,t,e,n,o,r):Xn(ze(i),t,e,n,o,r,1);break}}}}function AP(i){var t=i.prev,e=i,n=i.next;if(F(t,e,n)>=0)return!1;for(var o=t.x,r=e.x,s=n.x,a=t.y,c=e.y,l=n.y,f=o<r?o<s?o:s:r<s?r:s,h=a<c?a<l?a:l:c<l?c:l,u=o>r?o>s?o:s:r>s?r:s,d=a>c?a>l?a:l:c>l?c:l,p=n.next;p!==t;){if(p.x>=f&&p.x<=u&&p.y>=h&&p.y<=d&&pi(o,a,r,c,s,l,p.x,p.y)&&F(p.prev,p,p.next)>=0)return!1;p=p.next}return!0}function IP(i,t,e,n){var o=i.prev,r=i,s=i.next;if(F(o,r,s)>=0)return!1;for(var a=o.x,c=r.x,l=s.x,f=o.y,h=r.y,u=s.y,d=a<c?a<l?a:l:c<l?c:l,p=f<h?f<u?f:u:h<u?h:u,g=a>c?a>l?a:l:c>l?c:l,m=f>h?f>u?f:u:h>u?h:u,v=cc(d,p,t,e,n),_=cc(g,m,t,e,n),y=i.prevZ,x=i.nextZ;y&&y.z>=v&&x&&x.z<=_;){if(y.x>=d&&y.x<=g&&y.y>=p&&y.y<=m&&y!==o&&y!==s&&pi(a,f,c,h,l,u,y.x,y.y)&&F(y.prev,y,y.next)>=0||(y=y.prevZ,x.x>=d&&x.x<=g&&x.y>=p&&x.y<=m&&x!==o&&x!==s&&pi(a,f,c,h,l,u,x.x,x.y)&&F(x.prev,x,x.next)>=0))return!1;x=x.nextZ}for(;y&&y.z>=v;){if(y.x>=d&&y.x<=g&&y.y>=p&&y.y<=m&&y!==o&&y!==s&&pi(a,f,c,h,l,u,y.x,y.y)&&F(y.prev,y,y.next)>=0)return!1;y=y.prevZ}for(;x&&x.z<=_;){if(x.x>=d&&x.x<=g&&x.y>=p&&x.y<=m&&x!==o&&x!==s&&pi(a,f,c,h,l,u,x.x,x.y)&&F(x.prev,x,x.next)>=0)return!1;x=x.nextZ}return!0}function OP(i,t,e){var n=i;do{var o=n.prev,r=n.next.next;!kr(o,r)&&xd(o,n,n.next,r)&&Kn(o,r)&&Kn(r,o)&&(t.push(o.i/e|0),t.push(n.i/e|0),t.push(r.i/e|0),Jn(n),Jn(n.next),n=i=r),n=n.next}while(n!==i);return ze(n)}function RP(i,t,e,n,o,r){var s=i;do{for(var a=s.next.next;a!==s.prev;){if(s.i!==a.i&&VP(s,a)){var c=vd(s,a);s=ze(s,s.next),c=ze(c,c.next),Xn(s,t,e,n,o,r,0),Xn(c,t,e,n,o,r,0);return}a=a.next}s=s.next}while(s!==i)}function kP(i,t,e,n){var o=[],r,s,a,c,l;for(r=0,s=t.length;r<s;r++)a=t[r]*n,c=r<s-1?t[r+1]*n:i.length,l=yd(i,a,c,n,!1),l===l.next&&(l.steiner=!0),o.push(UP(l));for(o.sort(zP),r=0;r<o.length;r++)e=DP(o[r],e);return e}function zP(i,t){return i.x-t.x}function DP(i,t){var e=BP(i,t);if(!e)return t;var n=vd(e,i);return ze(n,n.next),ze(e,e.next)}function BP(i,t){var e=t,n=i.x,o=i.y,r=-1/0,s;do{if(o<=e.y&&o>=e.next.y&&e.next.y!==e.y){var a=e.x+(o-e.y)*(e.next.x-e.x)/(e.next.y-e.y);if(a<=n&&a>r&&(r=a,s=e.x<e.next.x?e:e.next,a===n))return s}e=e.next}while(e!==t);if(!s)return null;var c=s,l=s.x,f=s.y,h=1/0,u;e=s;do n>=e.x&&e.x>=l&&n!==e.x&&pi(o<f?n:r,o,l,f,o<f?r:n,o,e.x,e.y)&&(u=Math.abs(o-e.y)/(n-e.x),Kn(e,i)&&(u<h||u===h&&(e.x>s.x||e.x===s.x&&NP(s,e)))&&(s=e,h=u)),e=e.next;while(e!==c);return s}function NP(i,t){return F(i.prev,i,t.prev)<0&&F(t.next,i,i.next)<0}function jP(i,t,e,n){var o=i;do o.z===0&&(o.z=cc(o.x,o.y,t,e,n)),o.prevZ=o.prev,o.nextZ=o.next,o=o.next;while(o!==i);o.prevZ.nextZ=null,o.prevZ=null,FP(o)}function FP(i){var t,e,n,o,r,s,a,c,l=1;do{for(e=i,i=null,r=null,s=0;e;){for(s++,n=e,a=0,t=0;t<l&&(a++,n=n.nextZ,!!n);t++);for(c=l;a>0||c>0&&n;)a!==0&&(c===0||!n||e.z<=n.z)?(o=e,e=e.nextZ,a--):(o=n,n=n.nextZ,c--),r?r.nextZ=o:i=o,o.prevZ=r,r=o;e=n}r.nextZ=null,l*=2}while(s>1);return i}function cc(i,t,e,n,o){return i=(i-e)*o|0,t=(t-n)*o|0,i=(i|i<<8)&16711935,i=(i|i<<4)&252645135,i=(i|i<<2)&858993459,i=(i|i<<1)&1431655765,t=(t|t<<8)&16711935,t=(t|t<<4)&252645135,t=(t|t<<2)&858993459,t=(t|t<<1)&1431655765,i|t<<1}function UP(i){var t=i,e=i;do(t.x<e.x||t.x===e.x&&t.y<e.y)&&(e=t),t=t.next;while(t!==i);return e}function pi(i,t,e,n,o,r,s,a){return(o-s)*(t-a)>=(i-s)*(r-a)&&(i-s)*(n-a)>=(e-s)*(t-a)&&(e-s)*(r-a)>=(o-s)*(n-a)}function VP(i,t){return i.next.i!==t.i&&i.prev.i!==t.i&&!WP(i,t)&&(Kn(i,t)&&Kn(t,i)&&GP(i,t)&&(F(i.prev,i,t.prev)||F(i,t.prev,t))||kr(i,t)&&F(i.prev,i,i.next)>0&&F(t.prev,t,t.next)>0)}function F(i,t,e){return(t.y-i.y)*(e.x-t.x)-(t.x-i.x)*(e.y-t.y)}function kr(i,t){return i.x===t.x&&i.y===t.y}function xd(i,t,e,n){var o=Or(F(i,t,e)),r=Or(F(i,t,n)),s=Or(F(e,n,i)),a=Or(F(e,n,t));return!!(o!==r&&s!==a||o===0&&Ir(i,e,t)||r===0&&Ir(i,n,t)||s===0&&Ir(e,i,n)||a===0&&Ir(e,t,n))}function Ir(i,t,e){return t.x<=Math.max(i.x,e.x)&&t.x>=Math.min(i.x,e.x)&&t.y<=Math.max(i.y,e.y)&&t.y>=Math.min(i.y,e.y)}function Or(i){return i>0?1:i<0?-1:0}function WP(i,t){var e=i;do{if(e.i!==i.i&&e.next.i!==i.i&&e.i!==t.i&&e.next.i!==t.i&&xd(e,e.next,i,t))return!0;e=e.next}while(e!==i);return!1}function Kn(i,t){return F(i.prev,i,i.next)<0?F(i,t,i.next)>=0&&F(i,i.prev,t)>=0:F(i,t,i.prev)<0||F(i,i.next,t)<0}function GP(i,t){var e=i,n=!1,o=(i.x+t.x)/2,r=(i.y+t.y)/2;do e.y>r!=e.next.y>r&&e.next.y!==e.y&&o<(e.next.x-e.x)*(r-e.y)/(e.next.y-e.y)+e.x&&(n=!n),e=e.next;while(e!==i);return n}function vd(i,t){var e=new lc(i.i,i.x,i.y),n=new lc(t.i,t.x,t.y),o=i.next,r=t.prev;return i.next=t,t.prev=i,e.next=o,o.prev=e,n.next=e,e.prev=n,r.next=n,n.prev=r,n}function md(i,t,e,n){var o=new lc(i,t,e);return n?(o.next=n.next,o.prev=n,n.next.prev=o,n.next=o):(o.prev=o,o.next=o),o}function Jn(i){i.next.prev=i.prev,i.prev.next=i.next,i.prevZ&&(i.prevZ.nextZ=i.nextZ),i.nextZ&&(i.nextZ.prevZ=i.prevZ)}function lc(i,t,e){this.i=i,this.x=t,this.y=e,this.prev=null,this.next=null,this.z=0,this.prevZ=null,this.nextZ=null,this.steiner=!1}Rr.deviation=function(i,t,e,n){var o=t&&t.length,r=o?t[0]*e:i.length,s=Math.abs(fc(i,0,r,e));if(o)for(var a=0,c=t.length;a<c;a++){var l=t[a]*e,f=a<c-1?t[a+1]*e:i.length;s-=Math.abs(fc(i,l,f,e))}var h=0;for(a=0;a<n.length;a+=3){var u=n[a]*e,d=n[a+1]*e,p=n[a+2]*e;h+=Math.abs((i[u]-i[p])*(i[d+1]-i[u+1])-(i[u]-i[d])*(i[p+1]-i[u+1]))}return s===0&&h===0?0:Math.abs((h-s)/s)};function fc(i,t,e,n){for(var o=0,r=t,s=e-n;r<e;r+=n)o+=(i[s]-i[r])*(i[r+1]+i[s+1]),s=r;return o}Rr.flatten=function(i){for(var t=i[0][0].length,e={vertices:[],holes:[],dimensions:t},n=0,o=0;o<i.length;o++){for(var r=0;r<i[o].length;r++)for(var s=0;s<t;s++)e.vertices.push(i[o][r][s]);o>0&&(n+=i[o-1].length,e.holes.push(n))}return e}});var Zd=[255,255,255],qd=1,Xd=0,xi=class{constructor(t={}){this.type="ambient";let{color:e=Zd}=t,{intensity:n=qd}=t;this.id=t.id||`ambient-${Xd++}`,this.color=e,this.intensity=n}};var uw=1/Math.PI*180,dw=1/180*Math.PI,Kd={EPSILON:1e-12,debug:!1,precision:4,printTypes:!1,printDegrees:!1,printRowMajor:!0,_cartographicRadians:!1};globalThis.mathgl=globalThis.mathgl||{config:{...Kd}};var Z=globalThis.mathgl.config;function $r(i,{precision:t=Z.precision}={}){return i=Jd(i),`${parseFloat(i.toPrecision(t))}`}function Gt(i){return Array.isArray(i)||ArrayBuffer.isView(i)&&!(i instanceof DataView)}function D(i,t,e){return tp(i,n=>Math.max(t,Math.min(e,n)))}function ye(i,t,e){return Gt(i)?i.map((n,o)=>ye(n,t[o],e)):e*t+(1-e)*i}function Ot(i,t,e){let n=Z.EPSILON;e&&(Z.EPSILON=e);try{if(i===t)return!0;if(Gt(i)&&Gt(t)){if(i.length!==t.length)return!1;for(let o=0;o<i.length;++o)if(!Ot(i[o],t[o]))return!1;return!0}return i&&i.equals?i.equals(t):t&&t.equals?t.equals(i):typeof i=="number"&&typeof t=="number"?Math.abs(i-t)<=Z.EPSILON*Math.max(1,Math.abs(i),Math.abs(t)):!1}finally{Z.EPSILON=n}}function Jd(i){return Math.round(i/Z.EPSILON)*Z.EPSILON}function Qd(i){return i.clone?i.clone():new Array(i.length)}function tp(i,t,e){if(Gt(i)){let n=i;e=e||Qd(n);for(let o=0;o<e.length&&o<n.length;++o){let r=typeof i=="number"?i:i[o];e[o]=t(r,o,e)}return e}return t(i)}var Ne=class extends Array{clone(){return new this.constructor().copy(this)}fromArray(t,e=0){for(let n=0;n<this.ELEMENTS;++n)this[n]=t[n+e];return this.check()}toArray(t=[],e=0){for(let n=0;n<this.ELEMENTS;++n)t[e+n]=this[n];return t}toObject(t){return t}from(t){return Array.isArray(t)?this.copy(t):this.fromObject(t)}to(t){return t===this?this:Gt(t)?this.toArray(t):this.toObject(t)}toTarget(t){return t?this.to(t):this}toFloat32Array(){return new Float32Array(this)}toString(){return this.formatString(Z)}formatString(t){let e="";for(let n=0;n<this.ELEMENTS;++n)e+=(n>0?", ":"")+$r(this[n],t);return`${t.printTypes?this.constructor.name:""}[${e}]`}equals(t){if(!t||this.length!==t.length)return!1;for(let e=0;e<this.ELEMENTS;++e)if(!Ot(this[e],t[e]))return!1;return!0}exactEquals(t){if(!t||this.length!==t.length)return!1;for(let e=0;e<this.ELEMENTS;++e)if(this[e]!==t[e])return!1;return!0}negate(){for(let t=0;t<this.ELEMENTS;++t)this[t]=-this[t];return this.check()}lerp(t,e,n){if(n===void 0)return this.lerp(this,t,e);for(let o=0;o<this.ELEMENTS;++o){let r=t[o],s=typeof e=="number"?e:e[o];this[o]=r+n*(s-r)}return this.check()}min(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=Math.min(t[e],this[e]);return this.check()}max(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=Math.max(t[e],this[e]);return this.check()}clamp(t,e){for(let n=0;n<this.ELEMENTS;++n)this[n]=Math.min(Math.max(this[n],t[n]),e[n]);return this.check()}add(...t){for(let e of t)for(let n=0;n<this.ELEMENTS;++n)this[n]+=e[n];return this.check()}subtract(...t){for(let e of t)for(let n=0;n<this.ELEMENTS;++n)this[n]-=e[n];return this.check()}scale(t){if(typeof t=="number")for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;else for(let e=0;e<this.ELEMENTS&&e<t.length;++e)this[e]*=t[e];return this.check()}multiplyByScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;return this.check()}check(){if(Z.debug&&!this.validate())throw new Error(`math.gl: ${this.constructor.name} some fields set to invalid numbers'`);return this}validate(){let t=this.length===this.ELEMENTS;for(let e=0;e<this.ELEMENTS;++e)t=t&&Number.isFinite(this[e]);return t}sub(t){return this.subtract(t)}setScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=t;return this.check()}addScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]+=t;return this.check()}subScalar(t){return this.addScalar(-t)}multiplyScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;return this.check()}divideScalar(t){return this.multiplyByScalar(1/t)}clampScalar(t,e){for(let n=0;n<this.ELEMENTS;++n)this[n]=Math.min(Math.max(this[n],t),e);return this.check()}get elements(){return this}};function ep(i,t){if(i.length!==t)return!1;for(let e=0;e<i.length;++e)if(!Number.isFinite(i[e]))return!1;return!0}function K(i){if(!Number.isFinite(i))throw new Error(`Invalid number ${JSON.stringify(i)}`);return i}function go(i,t,e=""){if(Z.debug&&!ep(i,t))throw new Error(`math.gl: ${e} some fields set to invalid numbers'`);return i}function Hr(i,t){if(!i)throw new Error(`math.gl assertion ${t}`)}var mo=class extends Ne{get x(){return this[0]}set x(t){this[0]=K(t)}get y(){return this[1]}set y(t){this[1]=K(t)}len(){return Math.sqrt(this.lengthSquared())}magnitude(){return this.len()}lengthSquared(){let t=0;for(let e=0;e<this.ELEMENTS;++e)t+=this[e]*this[e];return t}magnitudeSquared(){return this.lengthSquared()}distance(t){return Math.sqrt(this.distanceSquared(t))}distanceSquared(t){let e=0;for(let n=0;n<this.ELEMENTS;++n){let o=this[n]-t[n];e+=o*o}return K(e)}dot(t){let e=0;for(let n=0;n<this.ELEMENTS;++n)e+=this[n]*t[n];return K(e)}normalize(){let t=this.magnitude();if(t!==0)for(let e=0;e<this.ELEMENTS;++e)this[e]/=t;return this.check()}multiply(...t){for(let e of t)for(let n=0;n<this.ELEMENTS;++n)this[n]*=e[n];return this.check()}divide(...t){for(let e of t)for(let n=0;n<this.ELEMENTS;++n)this[n]/=e[n];return this.check()}lengthSq(){return this.lengthSquared()}distanceTo(t){return this.distance(t)}distanceToSquared(t){return this.distanceSquared(t)}getComponent(t){return Hr(t>=0&&t<this.ELEMENTS,"index is out of range"),K(this[t])}setComponent(t,e){return Hr(t>=0&&t<this.ELEMENTS,"index is out of range"),this[t]=e,this.check()}addVectors(t,e){return this.copy(t).add(e)}subVectors(t,e){return this.copy(t).subtract(e)}multiplyVectors(t,e){return this.copy(t).multiply(e)}addScaledVector(t,e){return this.add(new this.constructor(t).multiplyScalar(e))}};var tt={};De(tt,{add:()=>sp,angle:()=>Ep,ceil:()=>ap,clone:()=>ip,copy:()=>op,create:()=>Sc,cross:()=>xp,dist:()=>kp,distance:()=>Tc,div:()=>Rp,divide:()=>Mc,dot:()=>yp,equals:()=>Lp,exactEquals:()=>Tp,floor:()=>cp,forEach:()=>Bp,fromValues:()=>np,inverse:()=>gp,len:()=>Ap,length:()=>Ac,lerp:()=>vp,max:()=>fp,min:()=>lp,mul:()=>Op,multiply:()=>Cc,negate:()=>pp,normalize:()=>mp,random:()=>_p,rotate:()=>Sp,round:()=>hp,scale:()=>up,scaleAndAdd:()=>dp,set:()=>rp,sqrDist:()=>zp,sqrLen:()=>Dp,squaredDistance:()=>Lc,squaredLength:()=>Ic,str:()=>Mp,sub:()=>Ip,subtract:()=>Ec,transformMat2:()=>Pp,transformMat2d:()=>wp,transformMat3:()=>bp,transformMat4:()=>Zr,zero:()=>Cp});var V=typeof Float32Array<"u"?Float32Array:Array,Rt=Math.random;function ht(i){return i>=0?Math.round(i):i%.5===0?Math.floor(i):Math.round(i)}var Sw=Math.PI/180;function Sc(){let i=new V(2);return V!=Float32Array&&(i[0]=0,i[1]=0),i}function ip(i){let t=new V(2);return t[0]=i[0],t[1]=i[1],t}function np(i,t){let e=new V(2);return e[0]=i,e[1]=t,e}function op(i,t){return i[0]=t[0],i[1]=t[1],i}function rp(i,t,e){return i[0]=t,i[1]=e,i}function sp(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i}function Ec(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i}function Cc(i,t,e){return i[0]=t[0]*e[0],i[1]=t[1]*e[1],i}function Mc(i,t,e){return i[0]=t[0]/e[0],i[1]=t[1]/e[1],i}function ap(i,t){return i[0]=Math.ceil(t[0]),i[1]=Math.ceil(t[1]),i}function cp(i,t){return i[0]=Math.floor(t[0]),i[1]=Math.floor(t[1]),i}function lp(i,t,e){return i[0]=Math.min(t[0],e[0]),i[1]=Math.min(t[1],e[1]),i}function fp(i,t,e){return i[0]=Math.max(t[0],e[0]),i[1]=Math.max(t[1],e[1]),i}function hp(i,t){return i[0]=ht(t[0]),i[1]=ht(t[1]),i}function up(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i}function dp(i,t,e,n){return i[0]=t[0]+e[0]*n,i[1]=t[1]+e[1]*n,i}function Tc(i,t){let e=t[0]-i[0],n=t[1]-i[1];return Math.sqrt(e*e+n*n)}function Lc(i,t){let e=t[0]-i[0],n=t[1]-i[1];return e*e+n*n}function Ac(i){let t=i[0],e=i[1];return Math.sqrt(t*t+e*e)}function Ic(i){let t=i[0],e=i[1];return t*t+e*e}function pp(i,t){return i[0]=-t[0],i[1]=-t[1],i}function gp(i,t){return i[0]=1/t[0],i[1]=1/t[1],i}function mp(i,t){let e=t[0],n=t[1],o=e*e+n*n;return o>0&&(o=1/Math.sqrt(o)),i[0]=t[0]*o,i[1]=t[1]*o,i}function yp(i,t){return i[0]*t[0]+i[1]*t[1]}function xp(i,t,e){let n=t[0]*e[1]-t[1]*e[0];return i[0]=i[1]=0,i[2]=n,i}function vp(i,t,e,n){let o=t[0],r=t[1];return i[0]=o+n*(e[0]-o),i[1]=r+n*(e[1]-r),i}function _p(i,t){t=t===void 0?1:t;let e=Rt()*2*Math.PI;return i[0]=Math.cos(e)*t,i[1]=Math.sin(e)*t,i}function Pp(i,t,e){let n=t[0],o=t[1];return i[0]=e[0]*n+e[2]*o,i[1]=e[1]*n+e[3]*o,i}function wp(i,t,e){let n=t[0],o=t[1];return i[0]=e[0]*n+e[2]*o+e[4],i[1]=e[1]*n+e[3]*o+e[5],i}function bp(i,t,e){let n=t[0],o=t[1];return i[0]=e[0]*n+e[3]*o+e[6],i[1]=e[1]*n+e[4]*o+e[7],i}function Zr(i,t,e){let n=t[0],o=t[1];return i[0]=e[0]*n+e[4]*o+e[12],i[1]=e[1]*n+e[5]*o+e[13],i}function Sp(i,t,e,n){let o=t[0]-e[0],r=t[1]-e[1],s=Math.sin(n),a=Math.cos(n);return i[0]=o*a-r*s+e[0],i[1]=o*s+r*a+e[1],i}function Ep(i,t){let e=i[0],n=i[1],o=t[0],r=t[1],s=Math.sqrt((e*e+n*n)*(o*o+r*r)),a=s&&(e*o+n*r)/s;return Math.acos(Math.min(Math.max(a,-1),1))}function Cp(i){return i[0]=0,i[1]=0,i}function Mp(i){return`vec2(${i[0]}, ${i[1]})`}function Tp(i,t){return i[0]===t[0]&&i[1]===t[1]}function Lp(i,t){let e=i[0],n=i[1],o=t[0],r=t[1];return Math.abs(e-o)<=1e-6*Math.max(1,Math.abs(e),Math.abs(o))&&Math.abs(n-r)<=1e-6*Math.max(1,Math.abs(n),Math.abs(r))}var Ap=Ac,Ip=Ec,Op=Cc,Rp=Mc,kp=Tc,zp=Lc,Dp=Ic,Bp=(function(){let i=Sc();return function(t,e,n,o,r,s){let a,c;for(e||(e=2),n||(n=0),o?c=Math.min(o*e+n,t.length):c=t.length,a=n;a<c;a+=e)i[0]=t[a],i[1]=t[a+1],r(i,i,s),t[a]=i[0],t[a+1]=i[1];return t}})();function Oc(i,t,e){let n=t[0],o=t[1],r=e[3]*n+e[7]*o||1;return i[0]=(e[0]*n+e[4]*o)/r,i[1]=(e[1]*n+e[5]*o)/r,i}function xo(i,t,e){let n=t[0],o=t[1],r=t[2],s=e[3]*n+e[7]*o+e[11]*r||1;return i[0]=(e[0]*n+e[4]*o+e[8]*r)/s,i[1]=(e[1]*n+e[5]*o+e[9]*r)/s,i[2]=(e[2]*n+e[6]*o+e[10]*r)/s,i}function Rc(i,t,e){let n=t[0],o=t[1];return i[0]=e[0]*n+e[2]*o,i[1]=e[1]*n+e[3]*o,i[2]=t[2],i}var je={};De(je,{add:()=>Vp,angle:()=>is,bezier:()=>ig,ceil:()=>Wp,clone:()=>Np,copy:()=>Fp,create:()=>kc,cross:()=>Xr,dist:()=>hg,distance:()=>jc,div:()=>fg,divide:()=>Nc,dot:()=>qr,equals:()=>ag,exactEquals:()=>sg,floor:()=>Gp,forEach:()=>gg,fromValues:()=>jp,hermite:()=>eg,inverse:()=>Kp,len:()=>dg,length:()=>zc,lerp:()=>Qp,max:()=>$p,min:()=>Yp,mul:()=>lg,multiply:()=>Bc,negate:()=>Xp,normalize:()=>Jp,random:()=>ng,rotateX:()=>Qr,rotateY:()=>ts,rotateZ:()=>es,round:()=>Hp,scale:()=>Zp,scaleAndAdd:()=>qp,set:()=>Up,slerp:()=>tg,sqrDist:()=>ug,sqrLen:()=>pg,squaredDistance:()=>Fc,squaredLength:()=>Uc,str:()=>rg,sub:()=>cg,subtract:()=>Dc,transformMat3:()=>Kr,transformMat4:()=>vi,transformQuat:()=>Jr,zero:()=>og});function kc(){let i=new V(3);return V!=Float32Array&&(i[0]=0,i[1]=0,i[2]=0),i}function Np(i){let t=new V(3);return t[0]=i[0],t[1]=i[1],t[2]=i[2],t}function zc(i){let t=i[0],e=i[1],n=i[2];return Math.sqrt(t*t+e*e+n*n)}function jp(i,t,e){let n=new V(3);return n[0]=i,n[1]=t,n[2]=e,n}function Fp(i,t){return i[0]=t[0],i[1]=t[1],i[2]=t[2],i}function Up(i,t,e,n){return i[0]=t,i[1]=e,i[2]=n,i}function Vp(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i[2]=t[2]+e[2],i}function Dc(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i[2]=t[2]-e[2],i}function Bc(i,t,e){return i[0]=t[0]*e[0],i[1]=t[1]*e[1],i[2]=t[2]*e[2],i}function Nc(i,t,e){return i[0]=t[0]/e[0],i[1]=t[1]/e[1],i[2]=t[2]/e[2],i}function Wp(i,t){return i[0]=Math.ceil(t[0]),i[1]=Math.ceil(t[1]),i[2]=Math.ceil(t[2]),i}function Gp(i,t){return i[0]=Math.floor(t[0]),i[1]=Math.floor(t[1]),i[2]=Math.floor(t[2]),i}function Yp(i,t,e){return i[0]=Math.min(t[0],e[0]),i[1]=Math.min(t[1],e[1]),i[2]=Math.min(t[2],e[2]),i}function $p(i,t,e){return i[0]=Math.max(t[0],e[0]),i[1]=Math.max(t[1],e[1]),i[2]=Math.max(t[2],e[2]),i}function Hp(i,t){return i[0]=ht(t[0]),i[1]=ht(t[1]),i[2]=ht(t[2]),i}function Zp(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i[2]=t[2]*e,i}function qp(i,t,e,n){return i[0]=t[0]+e[0]*n,i[1]=t[1]+e[1]*n,i[2]=t[2]+e[2]*n,i}function jc(i,t){let e=t[0]-i[0],n=t[1]-i[1],o=t[2]-i[2];return Math.sqrt(e*e+n*n+o*o)}function Fc(i,t){let e=t[0]-i[0],n=t[1]-i[1],o=t[2]-i[2];return e*e+n*n+o*o}function Uc(i){let t=i[0],e=i[1],n=i[2];return t*t+e*e+n*n}function Xp(i,t){return i[0]=-t[0],i[1]=-t[1],i[2]=-t[2],i}function Kp(i,t){return i[0]=1/t[0],i[1]=1/t[1],i[2]=1/t[2],i}function Jp(i,t){let e=t[0],n=t[1],o=t[2],r=e*e+n*n+o*o;return r>0&&(r=1/Math.sqrt(r)),i[0]=t[0]*r,i[1]=t[1]*r,i[2]=t[2]*r,i}function qr(i,t){return i[0]*t[0]+i[1]*t[1]+i[2]*t[2]}function Xr(i,t,e){let n=t[0],o=t[1],r=t[2],s=e[0],a=e[1],c=e[2];return i[0]=o*c-r*a,i[1]=r*s-n*c,i[2]=n*a-o*s,i}function Qp(i,t,e,n){let o=t[0],r=t[1],s=t[2];return i[0]=o+n*(e[0]-o),i[1]=r+n*(e[1]-r),i[2]=s+n*(e[2]-s),i}function tg(i,t,e,n){let o=Math.acos(Math.min(Math.max(qr(t,e),-1),1)),r=Math.sin(o),s=Math.sin((1-n)*o)/r,a=Math.sin(n*o)/r;return i[0]=s*t[0]+a*e[0],i[1]=s*t[1]+a*e[1],i[2]=s*t[2]+a*e[2],i}function eg(i,t,e,n,o,r){let s=r*r,a=s*(2*r-3)+1,c=s*(r-2)+r,l=s*(r-1),f=s*(3-2*r);return i[0]=t[0]*a+e[0]*c+n[0]*l+o[0]*f,i[1]=t[1]*a+e[1]*c+n[1]*l+o[1]*f,i[2]=t[2]*a+e[2]*c+n[2]*l+o[2]*f,i}function ig(i,t,e,n,o,r){let s=1-r,a=s*s,c=r*r,l=a*s,f=3*r*a,h=3*c*s,u=c*r;return i[0]=t[0]*l+e[0]*f+n[0]*h+o[0]*u,i[1]=t[1]*l+e[1]*f+n[1]*h+o[1]*u,i[2]=t[2]*l+e[2]*f+n[2]*h+o[2]*u,i}function ng(i,t){t=t===void 0?1:t;let e=Rt()*2*Math.PI,n=Rt()*2-1,o=Math.sqrt(1-n*n)*t;return i[0]=Math.cos(e)*o,i[1]=Math.sin(e)*o,i[2]=n*t,i}function vi(i,t,e){let n=t[0],o=t[1],r=t[2],s=e[3]*n+e[7]*o+e[11]*r+e[15];return s=s||1,i[0]=(e[0]*n+e[4]*o+e[8]*r+e[12])/s,i[1]=(e[1]*n+e[5]*o+e[9]*r+e[13])/s,i[2]=(e[2]*n+e[6]*o+e[10]*r+e[14])/s,i}function Kr(i,t,e){let n=t[0],o=t[1],r=t[2];return i[0]=n*e[0]+o*e[3]+r*e[6],i[1]=n*e[1]+o*e[4]+r*e[7],i[2]=n*e[2]+o*e[5]+r*e[8],i}function Jr(i,t,e){let n=e[0],o=e[1],r=e[2],s=e[3],a=t[0],c=t[1],l=t[2],f=o*l-r*c,h=r*a-n*l,u=n*c-o*a,d=o*u-r*h,p=r*f-n*u,g=n*h-o*f,m=s*2;return f*=m,h*=m,u*=m,d*=2,p*=2,g*=2,i[0]=a+f+d,i[1]=c+h+p,i[2]=l+u+g,i}function Qr(i,t,e,n){let o=[],r=[];return o[0]=t[0]-e[0],o[1]=t[1]-e[1],o[2]=t[2]-e[2],r[0]=o[0],r[1]=o[1]*Math.cos(n)-o[2]*Math.sin(n),r[2]=o[1]*Math.sin(n)+o[2]*Math.cos(n),i[0]=r[0]+e[0],i[1]=r[1]+e[1],i[2]=r[2]+e[2],i}function ts(i,t,e,n){let o=[],r=[];return o[0]=t[0]-e[0],o[1]=t[1]-e[1],o[2]=t[2]-e[2],r[0]=o[2]*Math.sin(n)+o[0]*Math.cos(n),r[1]=o[1],r[2]=o[2]*Math.cos(n)-o[0]*Math.sin(n),i[0]=r[0]+e[0],i[1]=r[1]+e[1],i[2]=r[2]+e[2],i}function es(i,t,e,n){let o=[],r=[];return o[0]=t[0]-e[0],o[1]=t[1]-e[1],o[2]=t[2]-e[2],r[0]=o[0]*Math.cos(n)-o[1]*Math.sin(n),r[1]=o[0]*Math.sin(n)+o[1]*Math.cos(n),r[2]=o[2],i[0]=r[0]+e[0],i[1]=r[1]+e[1],i[2]=r[2]+e[2],i}function is(i,t){let e=i[0],n=i[1],o=i[2],r=t[0],s=t[1],a=t[2],c=Math.sqrt((e*e+n*n+o*o)*(r*r+s*s+a*a)),l=c&&qr(i,t)/c;return Math.acos(Math.min(Math.max(l,-1),1))}function og(i){return i[0]=0,i[1]=0,i[2]=0,i}function rg(i){return`vec3(${i[0]}, ${i[1]}, ${i[2]})`}function sg(i,t){return i[0]===t[0]&&i[1]===t[1]&&i[2]===t[2]}function ag(i,t){let e=i[0],n=i[1],o=i[2],r=t[0],s=t[1],a=t[2];return Math.abs(e-r)<=1e-6*Math.max(1,Math.abs(e),Math.abs(r))&&Math.abs(n-s)<=1e-6*Math.max(1,Math.abs(n),Math.abs(s))&&Math.abs(o-a)<=1e-6*Math.max(1,Math.abs(o),Math.abs(a))}var cg=Dc,lg=Bc,fg=Nc,hg=jc,ug=Fc,dg=zc,pg=Uc,gg=(function(){let i=kc();return function(t,e,n,o,r,s){let a,c;for(e||(e=3),n||(n=0),o?c=Math.min(o*e+n,t.length):c=t.length,a=n;a<c;a+=e)i[0]=t[a],i[1]=t[a+1],i[2]=t[a+2],r(i,i,s),t[a]=i[0],t[a+1]=i[1],t[a+2]=i[2];return t}})();var ns=[0,0,0],vo,J=class i extends mo{static get ZERO(){return vo||(vo=new i(0,0,0),Object.freeze(vo)),vo}constructor(t=0,e=0,n=0){super(-0,-0,-0),arguments.length===1&&Gt(t)?this.copy(t):(Z.debug&&(K(t),K(e),K(n)),this[0]=t,this[1]=e,this[2]=n)}set(t,e,n){return this[0]=t,this[1]=e,this[2]=n,this.check()}copy(t){return this[0]=t[0],this[1]=t[1],this[2]=t[2],this.check()}fromObject(t){return Z.debug&&(K(t.x),K(t.y),K(t.z)),this[0]=t.x,this[1]=t.y,this[2]=t.z,this.check()}toObject(t){return t.x=this[0],t.y=this[1],t.z=this[2],t}get ELEMENTS(){return 3}get z(){return this[2]}set z(t){this[2]=K(t)}angle(t){return is(this,t)}cross(t){return Xr(this,this,t),this.check()}rotateX({radians:t,origin:e=ns}){return Qr(this,this,e,t),this.check()}rotateY({radians:t,origin:e=ns}){return ts(this,this,e,t),this.check()}rotateZ({radians:t,origin:e=ns}){return es(this,this,e,t),this.check()}transform(t){return this.transformAsPoint(t)}transformAsPoint(t){return vi(this,this,t),this.check()}transformAsVector(t){return xo(this,this,t),this.check()}transformByMatrix3(t){return Kr(this,this,t),this.check()}transformByMatrix2(t){return Rc(this,this,t),this.check()}transformByQuaternion(t){return Jr(this,this,t),this.check()}};var _o=class extends Ne{toString(){let t="[";if(Z.printRowMajor){t+="row-major:";for(let e=0;e<this.RANK;++e)for(let n=0;n<this.RANK;++n)t+=` ${this[n*this.RANK+e]}`}else{t+="column-major:";for(let e=0;e<this.ELEMENTS;++e)t+=` ${this[e]}`}return t+="]",t}getElementIndex(t,e){return e*this.RANK+t}getElement(t,e){return this[e*this.RANK+t]}setElement(t,e,n){return this[e*this.RANK+t]=K(n),this}getColumn(t,e=new Array(this.RANK).fill(-0)){let n=t*this.RANK;for(let o=0;o<this.RANK;++o)e[o]=this[n+o];return e}setColumn(t,e){let n=t*this.RANK;for(let o=0;o<this.RANK;++o)this[n+o]=e[o];return this}};var H={};De(H,{add:()=>Fg,adjoint:()=>Pg,clone:()=>yg,copy:()=>xg,create:()=>mg,decompose:()=>Ig,determinant:()=>ss,equals:()=>Gg,exactEquals:()=>Wg,frob:()=>jg,fromQuat:()=>ds,fromQuat2:()=>Tg,fromRotation:()=>Sg,fromRotationTranslation:()=>Wc,fromRotationTranslationScale:()=>Og,fromRotationTranslationScaleOrigin:()=>Rg,fromScaling:()=>bg,fromTranslation:()=>wg,fromValues:()=>vg,fromXRotation:()=>Eg,fromYRotation:()=>Cg,fromZRotation:()=>Mg,frustum:()=>ps,getRotation:()=>Ag,getScaling:()=>Gc,getTranslation:()=>Lg,identity:()=>Vc,invert:()=>rs,lookAt:()=>ys,mul:()=>Yg,multiply:()=>_i,multiplyScalar:()=>Ug,multiplyScalarAndAdd:()=>Vg,ortho:()=>ms,orthoNO:()=>$c,orthoZO:()=>Dg,perspective:()=>gs,perspectiveFromFieldOfView:()=>zg,perspectiveNO:()=>Yc,perspectiveZO:()=>kg,rotate:()=>ls,rotateX:()=>fs,rotateY:()=>hs,rotateZ:()=>us,scale:()=>cs,set:()=>_g,str:()=>Ng,sub:()=>$g,subtract:()=>Hc,targetTo:()=>Bg,translate:()=>as,transpose:()=>os});function mg(){let i=new V(16);return V!=Float32Array&&(i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[11]=0,i[12]=0,i[13]=0,i[14]=0),i[0]=1,i[5]=1,i[10]=1,i[15]=1,i}function yg(i){let t=new V(16);return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],t[9]=i[9],t[10]=i[10],t[11]=i[11],t[12]=i[12],t[13]=i[13],t[14]=i[14],t[15]=i[15],t}function xg(i,t){return i[0]=t[0],i[1]=t[1],i[2]=t[2],i[3]=t[3],i[4]=t[4],i[5]=t[5],i[6]=t[6],i[7]=t[7],i[8]=t[8],i[9]=t[9],i[10]=t[10],i[11]=t[11],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15],i}function vg(i,t,e,n,o,r,s,a,c,l,f,h,u,d,p,g){let m=new V(16);return m[0]=i,m[1]=t,m[2]=e,m[3]=n,m[4]=o,m[5]=r,m[6]=s,m[7]=a,m[8]=c,m[9]=l,m[10]=f,m[11]=h,m[12]=u,m[13]=d,m[14]=p,m[15]=g,m}function _g(i,t,e,n,o,r,s,a,c,l,f,h,u,d,p,g,m){return i[0]=t,i[1]=e,i[2]=n,i[3]=o,i[4]=r,i[5]=s,i[6]=a,i[7]=c,i[8]=l,i[9]=f,i[10]=h,i[11]=u,i[12]=d,i[13]=p,i[14]=g,i[15]=m,i}function Vc(i){return i[0]=1,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=1,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=1,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function os(i,t){if(i===t){let e=t[1],n=t[2],o=t[3],r=t[6],s=t[7],a=t[11];i[1]=t[4],i[2]=t[8],i[3]=t[12],i[4]=e,i[6]=t[9],i[7]=t[13],i[8]=n,i[9]=r,i[11]=t[14],i[12]=o,i[13]=s,i[14]=a}else i[0]=t[0],i[1]=t[4],i[2]=t[8],i[3]=t[12],i[4]=t[1],i[5]=t[5],i[6]=t[9],i[7]=t[13],i[8]=t[2],i[9]=t[6],i[10]=t[10],i[11]=t[14],i[12]=t[3],i[13]=t[7],i[14]=t[11],i[15]=t[15];return i}function rs(i,t){let e=t[0],n=t[1],o=t[2],r=t[3],s=t[4],a=t[5],c=t[6],l=t[7],f=t[8],h=t[9],u=t[10],d=t[11],p=t[12],g=t[13],m=t[14],v=t[15],_=e*a-n*s,y=e*c-o*s,x=e*l-r*s,P=n*c-o*a,w=n*l-r*a,C=o*l-r*c,S=f*g-h*p,E=f*m-u*p,b=f*v-d*p,I=h*m-u*g,L=h*v-d*g,T=u*v-d*m,R=_*T-y*L+x*I+P*b-w*E+C*S;return R?(R=1/R,i[0]=(a*T-c*L+l*I)*R,i[1]=(o*L-n*T-r*I)*R,i[2]=(g*C-m*w+v*P)*R,i[3]=(u*w-h*C-d*P)*R,i[4]=(c*b-s*T-l*E)*R,i[5]=(e*T-o*b+r*E)*R,i[6]=(m*x-p*C-v*y)*R,i[7]=(f*C-u*x+d*y)*R,i[8]=(s*L-a*b+l*S)*R,i[9]=(n*b-e*L-r*S)*R,i[10]=(p*w-g*x+v*_)*R,i[11]=(h*x-f*w-d*_)*R,i[12]=(a*E-s*I-c*S)*R,i[13]=(e*I-n*E+o*S)*R,i[14]=(g*y-p*P-m*_)*R,i[15]=(f*P-h*y+u*_)*R,i):null}function Pg(i,t){let e=t[0],n=t[1],o=t[2],r=t[3],s=t[4],a=t[5],c=t[6],l=t[7],f=t[8],h=t[9],u=t[10],d=t[11],p=t[12],g=t[13],m=t[14],v=t[15],_=e*a-n*s,y=e*c-o*s,x=e*l-r*s,P=n*c-o*a,w=n*l-r*a,C=o*l-r*c,S=f*g-h*p,E=f*m-u*p,b=f*v-d*p,I=h*m-u*g,L=h*v-d*g,T=u*v-d*m;return i[0]=a*T-c*L+l*I,i[1]=o*L-n*T-r*I,i[2]=g*C-m*w+v*P,i[3]=u*w-h*C-d*P,i[4]=c*b-s*T-l*E,i[5]=e*T-o*b+r*E,i[6]=m*x-p*C-v*y,i[7]=f*C-u*x+d*y,i[8]=s*L-a*b+l*S,i[9]=n*b-e*L-r*S,i[10]=p*w-g*x+v*_,i[11]=h*x-f*w-d*_,i[12]=a*E-s*I-c*S,i[13]=e*I-n*E+o*S,i[14]=g*y-p*P-m*_,i[15]=f*P-h*y+u*_,i}function ss(i){let t=i[0],e=i[1],n=i[2],o=i[3],r=i[4],s=i[5],a=i[6],c=i[7],l=i[8],f=i[9],h=i[10],u=i[11],d=i[12],p=i[13],g=i[14],m=i[15],v=t*s-e*r,_=t*a-n*r,y=e*a-n*s,x=l*p-f*d,P=l*g-h*d,w=f*g-h*p,C=t*w-e*P+n*x,S=r*w-s*P+a*x,E=l*y-f*_+h*v,b=d*y-p*_+g*v;return c*C-o*S+m*E-u*b}function _i(i,t,e){let n=t[0],o=t[1],r=t[2],s=t[3],a=t[4],c=t[5],l=t[6],f=t[7],h=t[8],u=t[9],d=t[10],p=t[11],g=t[12],m=t[13],v=t[14],_=t[15],y=e[0],x=e[1],P=e[2],w=e[3];return i[0]=y*n+x*a+P*h+w*g,i[1]=y*o+x*c+P*u+w*m,i[2]=y*r+x*l+P*d+w*v,i[3]=y*s+x*f+P*p+w*_,y=e[4],x=e[5],P=e[6],w=e[7],i[4]=y*n+x*a+P*h+w*g,i[5]=y*o+x*c+P*u+w*m,i[6]=y*r+x*l+P*d+w*v,i[7]=y*s+x*f+P*p+w*_,y=e[8],x=e[9],P=e[10],w=e[11],i[8]=y*n+x*a+P*h+w*g,i[9]=y*o+x*c+P*u+w*m,i[10]=y*r+x*l+P*d+w*v,i[11]=y*s+x*f+P*p+w*_,y=e[12],x=e[13],P=e[14],w=e[15],i[12]=y*n+x*a+P*h+w*g,i[13]=y*o+x*c+P*u+w*m,i[14]=y*r+x*l+P*d+w*v,i[15]=y*s+x*f+P*p+w*_,i}function as(i,t,e){let n=e[0],o=e[1],r=e[2],s,a,c,l,f,h,u,d,p,g,m,v;return t===i?(i[12]=t[0]*n+t[4]*o+t[8]*r+t[12],i[13]=t[1]*n+t[5]*o+t[9]*r+t[13],i[14]=t[2]*n+t[6]*o+t[10]*r+t[14],i[15]=t[3]*n+t[7]*o+t[11]*r+t[15]):(s=t[0],a=t[1],c=t[2],l=t[3],f=t[4],h=t[5],u=t[6],d=t[7],p=t[8],g=t[9],m=t[10],v=t[11],i[0]=s,i[1]=a,i[2]=c,i[3]=l,i[4]=f,i[5]=h,i[6]=u,i[7]=d,i[8]=p,i[9]=g,i[10]=m,i[11]=v,i[12]=s*n+f*o+p*r+t[12],i[13]=a*n+h*o+g*r+t[13],i[14]=c*n+u*o+m*r+t[14],i[15]=l*n+d*o+v*r+t[15]),i}function cs(i,t,e){let n=e[0],o=e[1],r=e[2];return i[0]=t[0]*n,i[1]=t[1]*n,i[2]=t[2]*n,i[3]=t[3]*n,i[4]=t[4]*o,i[5]=t[5]*o,i[6]=t[6]*o,i[7]=t[7]*o,i[8]=t[8]*r,i[9]=t[9]*r,i[10]=t[10]*r,i[11]=t[11]*r,i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15],i}function ls(i,t,e,n){let o=n[0],r=n[1],s=n[2],a=Math.sqrt(o*o+r*r+s*s),c,l,f,h,u,d,p,g,m,v,_,y,x,P,w,C,S,E,b,I,L,T,R,U;return a<1e-6?null:(a=1/a,o*=a,r*=a,s*=a,l=Math.sin(e),c=Math.cos(e),f=1-c,h=t[0],u=t[1],d=t[2],p=t[3],g=t[4],m=t[5],v=t[6],_=t[7],y=t[8],x=t[9],P=t[10],w=t[11],C=o*o*f+c,S=r*o*f+s*l,E=s*o*f-r*l,b=o*r*f-s*l,I=r*r*f+c,L=s*r*f+o*l,T=o*s*f+r*l,R=r*s*f-o*l,U=s*s*f+c,i[0]=h*C+g*S+y*E,i[1]=u*C+m*S+x*E,i[2]=d*C+v*S+P*E,i[3]=p*C+_*S+w*E,i[4]=h*b+g*I+y*L,i[5]=u*b+m*I+x*L,i[6]=d*b+v*I+P*L,i[7]=p*b+_*I+w*L,i[8]=h*T+g*R+y*U,i[9]=u*T+m*R+x*U,i[10]=d*T+v*R+P*U,i[11]=p*T+_*R+w*U,t!==i&&(i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i)}function fs(i,t,e){let n=Math.sin(e),o=Math.cos(e),r=t[4],s=t[5],a=t[6],c=t[7],l=t[8],f=t[9],h=t[10],u=t[11];return t!==i&&(i[0]=t[0],i[1]=t[1],i[2]=t[2],i[3]=t[3],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i[4]=r*o+l*n,i[5]=s*o+f*n,i[6]=a*o+h*n,i[7]=c*o+u*n,i[8]=l*o-r*n,i[9]=f*o-s*n,i[10]=h*o-a*n,i[11]=u*o-c*n,i}function hs(i,t,e){let n=Math.sin(e),o=Math.cos(e),r=t[0],s=t[1],a=t[2],c=t[3],l=t[8],f=t[9],h=t[10],u=t[11];return t!==i&&(i[4]=t[4],i[5]=t[5],i[6]=t[6],i[7]=t[7],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i[0]=r*o-l*n,i[1]=s*o-f*n,i[2]=a*o-h*n,i[3]=c*o-u*n,i[8]=r*n+l*o,i[9]=s*n+f*o,i[10]=a*n+h*o,i[11]=c*n+u*o,i}function us(i,t,e){let n=Math.sin(e),o=Math.cos(e),r=t[0],s=t[1],a=t[2],c=t[3],l=t[4],f=t[5],h=t[6],u=t[7];return t!==i&&(i[8]=t[8],i[9]=t[9],i[10]=t[10],i[11]=t[11],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i[0]=r*o+l*n,i[1]=s*o+f*n,i[2]=a*o+h*n,i[3]=c*o+u*n,i[4]=l*o-r*n,i[5]=f*o-s*n,i[6]=h*o-a*n,i[7]=u*o-c*n,i}function wg(i,t){return i[0]=1,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=1,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=1,i[11]=0,i[12]=t[0],i[13]=t[1],i[14]=t[2],i[15]=1,i}function bg(i,t){return i[0]=t[0],i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=t[1],i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=t[2],i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function Sg(i,t,e){let n=e[0],o=e[1],r=e[2],s=Math.sqrt(n*n+o*o+r*r),a,c,l;return s<1e-6?null:(s=1/s,n*=s,o*=s,r*=s,c=Math.sin(t),a=Math.cos(t),l=1-a,i[0]=n*n*l+a,i[1]=o*n*l+r*c,i[2]=r*n*l-o*c,i[3]=0,i[4]=n*o*l-r*c,i[5]=o*o*l+a,i[6]=r*o*l+n*c,i[7]=0,i[8]=n*r*l+o*c,i[9]=o*r*l-n*c,i[10]=r*r*l+a,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i)}function Eg(i,t){let e=Math.sin(t),n=Math.cos(t);return i[0]=1,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=n,i[6]=e,i[7]=0,i[8]=0,i[9]=-e,i[10]=n,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function Cg(i,t){let e=Math.sin(t),n=Math.cos(t);return i[0]=n,i[1]=0,i[2]=-e,i[3]=0,i[4]=0,i[5]=1,i[6]=0,i[7]=0,i[8]=e,i[9]=0,i[10]=n,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function Mg(i,t){let e=Math.sin(t),n=Math.cos(t);return i[0]=n,i[1]=e,i[2]=0,i[3]=0,i[4]=-e,i[5]=n,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=1,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function Wc(i,t,e){let n=t[0],o=t[1],r=t[2],s=t[3],a=n+n,c=o+o,l=r+r,f=n*a,h=n*c,u=n*l,d=o*c,p=o*l,g=r*l,m=s*a,v=s*c,_=s*l;return i[0]=1-(d+g),i[1]=h+_,i[2]=u-v,i[3]=0,i[4]=h-_,i[5]=1-(f+g),i[6]=p+m,i[7]=0,i[8]=u+v,i[9]=p-m,i[10]=1-(f+d),i[11]=0,i[12]=e[0],i[13]=e[1],i[14]=e[2],i[15]=1,i}function Tg(i,t){let e=new V(3),n=-t[0],o=-t[1],r=-t[2],s=t[3],a=t[4],c=t[5],l=t[6],f=t[7],h=n*n+o*o+r*r+s*s;return h>0?(e[0]=(a*s+f*n+c*r-l*o)*2/h,e[1]=(c*s+f*o+l*n-a*r)*2/h,e[2]=(l*s+f*r+a*o-c*n)*2/h):(e[0]=(a*s+f*n+c*r-l*o)*2,e[1]=(c*s+f*o+l*n-a*r)*2,e[2]=(l*s+f*r+a*o-c*n)*2),Wc(i,t,e),i}function Lg(i,t){return i[0]=t[12],i[1]=t[13],i[2]=t[14],i}function Gc(i,t){let e=t[0],n=t[1],o=t[2],r=t[4],s=t[5],a=t[6],c=t[8],l=t[9],f=t[10];return i[0]=Math.sqrt(e*e+n*n+o*o),i[1]=Math.sqrt(r*r+s*s+a*a),i[2]=Math.sqrt(c*c+l*l+f*f),i}function Ag(i,t){let e=new V(3);Gc(e,t);let n=1/e[0],o=1/e[1],r=1/e[2],s=t[0]*n,a=t[1]*o,c=t[2]*r,l=t[4]*n,f=t[5]*o,h=t[6]*r,u=t[8]*n,d=t[9]*o,p=t[10]*r,g=s+f+p,m=0;return g>0?(m=Math.sqrt(g+1)*2,i[3]=.25*m,i[0]=(h-d)/m,i[1]=(u-c)/m,i[2]=(a-l)/m):s>f&&s>p?(m=Math.sqrt(1+s-f-p)*2,i[3]=(h-d)/m,i[0]=.25*m,i[1]=(a+l)/m,i[2]=(u+c)/m):f>p?(m=Math.sqrt(1+f-s-p)*2,i[3]=(u-c)/m,i[0]=(a+l)/m,i[1]=.25*m,i[2]=(h+d)/m):(m=Math.sqrt(1+p-s-f)*2,i[3]=(a-l)/m,i[0]=(u+c)/m,i[1]=(h+d)/m,i[2]=.25*m),i}function Ig(i,t,e,n){t[0]=n[12],t[1]=n[13],t[2]=n[14];let o=n[0],r=n[1],s=n[2],a=n[4],c=n[5],l=n[6],f=n[8],h=n[9],u=n[10];e[0]=Math.sqrt(o*o+r*r+s*s),e[1]=Math.sqrt(a*a+c*c+l*l),e[2]=Math.sqrt(f*f+h*h+u*u);let d=1/e[0],p=1/e[1],g=1/e[2],m=o*d,v=r*p,_=s*g,y=a*d,x=c*p,P=l*g,w=f*d,C=h*p,S=u*g,E=m+x+S,b=0;return E>0?(b=Math.sqrt(E+1)*2,i[3]=.25*b,i[0]=(P-C)/b,i[1]=(w-_)/b,i[2]=(v-y)/b):m>x&&m>S?(b=Math.sqrt(1+m-x-S)*2,i[3]=(P-C)/b,i[0]=.25*b,i[1]=(v+y)/b,i[2]=(w+_)/b):x>S?(b=Math.sqrt(1+x-m-S)*2,i[3]=(w-_)/b,i[0]=(v+y)/b,i[1]=.25*b,i[2]=(P+C)/b):(b=Math.sqrt(1+S-m-x)*2,i[3]=(v-y)/b,i[0]=(w+_)/b,i[1]=(P+C)/b,i[2]=.25*b),i}function Og(i,t,e,n){let o=t[0],r=t[1],s=t[2],a=t[3],c=o+o,l=r+r,f=s+s,h=o*c,u=o*l,d=o*f,p=r*l,g=r*f,m=s*f,v=a*c,_=a*l,y=a*f,x=n[0],P=n[1],w=n[2];return i[0]=(1-(p+m))*x,i[1]=(u+y)*x,i[2]=(d-_)*x,i[3]=0,i[4]=(u-y)*P,i[5]=(1-(h+m))*P,i[6]=(g+v)*P,i[7]=0,i[8]=(d+_)*w,i[9]=(g-v)*w,i[10]=(1-(h+p))*w,i[11]=0,i[12]=e[0],i[13]=e[1],i[14]=e[2],i[15]=1,i}function Rg(i,t,e,n,o){let r=t[0],s=t[1],a=t[2],c=t[3],l=r+r,f=s+s,h=a+a,u=r*l,d=r*f,p=r*h,g=s*f,m=s*h,v=a*h,_=c*l,y=c*f,x=c*h,P=n[0],w=n[1],C=n[2],S=o[0],E=o[1],b=o[2],I=(1-(g+v))*P,L=(d+x)*P,T=(p-y)*P,R=(d-x)*w,U=(1-(u+v))*w,B=(m+_)*w,N=(p+y)*C,so=(m-_)*C,ao=(1-(u+g))*C;return i[0]=I,i[1]=L,i[2]=T,i[3]=0,i[4]=R,i[5]=U,i[6]=B,i[7]=0,i[8]=N,i[9]=so,i[10]=ao,i[11]=0,i[12]=e[0]+S-(I*S+R*E+N*b),i[13]=e[1]+E-(L*S+U*E+so*b),i[14]=e[2]+b-(T*S+B*E+ao*b),i[15]=1,i}function ds(i,t){let e=t[0],n=t[1],o=t[2],r=t[3],s=e+e,a=n+n,c=o+o,l=e*s,f=n*s,h=n*a,u=o*s,d=o*a,p=o*c,g=r*s,m=r*a,v=r*c;return i[0]=1-h-p,i[1]=f+v,i[2]=u-m,i[3]=0,i[4]=f-v,i[5]=1-l-p,i[6]=d+g,i[7]=0,i[8]=u+m,i[9]=d-g,i[10]=1-l-h,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function ps(i,t,e,n,o,r,s){let a=1/(e-t),c=1/(o-n),l=1/(r-s);return i[0]=r*2*a,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=r*2*c,i[6]=0,i[7]=0,i[8]=(e+t)*a,i[9]=(o+n)*c,i[10]=(s+r)*l,i[11]=-1,i[12]=0,i[13]=0,i[14]=s*r*2*l,i[15]=0,i}function Yc(i,t,e,n,o){let r=1/Math.tan(t/2);if(i[0]=r/e,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=r,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[11]=-1,i[12]=0,i[13]=0,i[15]=0,o!=null&&o!==1/0){let s=1/(n-o);i[10]=(o+n)*s,i[14]=2*o*n*s}else i[10]=-1,i[14]=-2*n;return i}var gs=Yc;function kg(i,t,e,n,o){let r=1/Math.tan(t/2);if(i[0]=r/e,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=r,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[11]=-1,i[12]=0,i[13]=0,i[15]=0,o!=null&&o!==1/0){let s=1/(n-o);i[10]=o*s,i[14]=o*n*s}else i[10]=-1,i[14]=-n;return i}function zg(i,t,e,n){let o=Math.tan(t.upDegrees*Math.PI/180),r=Math.tan(t.downDegrees*Math.PI/180),s=Math.tan(t.leftDegrees*Math.PI/180),a=Math.tan(t.rightDegrees*Math.PI/180),c=2/(s+a),l=2/(o+r);return i[0]=c,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=l,i[6]=0,i[7]=0,i[8]=-((s-a)*c*.5),i[9]=(o-r)*l*.5,i[10]=n/(e-n),i[11]=-1,i[12]=0,i[13]=0,i[14]=n*e/(e-n),i[15]=0,i}function $c(i,t,e,n,o,r,s){let a=1/(t-e),c=1/(n-o),l=1/(r-s);return i[0]=-2*a,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=-2*c,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=2*l,i[11]=0,i[12]=(t+e)*a,i[13]=(o+n)*c,i[14]=(s+r)*l,i[15]=1,i}var ms=$c;function Dg(i,t,e,n,o,r,s){let a=1/(t-e),c=1/(n-o),l=1/(r-s);return i[0]=-2*a,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=-2*c,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=l,i[11]=0,i[12]=(t+e)*a,i[13]=(o+n)*c,i[14]=r*l,i[15]=1,i}function ys(i,t,e,n){let o,r,s,a,c,l,f,h,u,d,p=t[0],g=t[1],m=t[2],v=n[0],_=n[1],y=n[2],x=e[0],P=e[1],w=e[2];return Math.abs(p-x)<1e-6&&Math.abs(g-P)<1e-6&&Math.abs(m-w)<1e-6?Vc(i):(h=p-x,u=g-P,d=m-w,o=1/Math.sqrt(h*h+u*u+d*d),h*=o,u*=o,d*=o,r=_*d-y*u,s=y*h-v*d,a=v*u-_*h,o=Math.sqrt(r*r+s*s+a*a),o?(o=1/o,r*=o,s*=o,a*=o):(r=0,s=0,a=0),c=u*a-d*s,l=d*r-h*a,f=h*s-u*r,o=Math.sqrt(c*c+l*l+f*f),o?(o=1/o,c*=o,l*=o,f*=o):(c=0,l=0,f=0),i[0]=r,i[1]=c,i[2]=h,i[3]=0,i[4]=s,i[5]=l,i[6]=u,i[7]=0,i[8]=a,i[9]=f,i[10]=d,i[11]=0,i[12]=-(r*p+s*g+a*m),i[13]=-(c*p+l*g+f*m),i[14]=-(h*p+u*g+d*m),i[15]=1,i)}function Bg(i,t,e,n){let o=t[0],r=t[1],s=t[2],a=n[0],c=n[1],l=n[2],f=o-e[0],h=r-e[1],u=s-e[2],d=f*f+h*h+u*u;d>0&&(d=1/Math.sqrt(d),f*=d,h*=d,u*=d);let p=c*u-l*h,g=l*f-a*u,m=a*h-c*f;return d=p*p+g*g+m*m,d>0&&(d=1/Math.sqrt(d),p*=d,g*=d,m*=d),i[0]=p,i[1]=g,i[2]=m,i[3]=0,i[4]=h*m-u*g,i[5]=u*p-f*m,i[6]=f*g-h*p,i[7]=0,i[8]=f,i[9]=h,i[10]=u,i[11]=0,i[12]=o,i[13]=r,i[14]=s,i[15]=1,i}function Ng(i){return`mat4(${i[0]}, ${i[1]}, ${i[2]}, ${i[3]}, ${i[4]}, ${i[5]}, ${i[6]}, ${i[7]}, ${i[8]}, ${i[9]}, ${i[10]}, ${i[11]}, ${i[12]}, ${i[13]}, ${i[14]}, ${i[15]})`}function jg(i){return Math.sqrt(i[0]*i[0]+i[1]*i[1]+i[2]*i[2]+i[3]*i[3]+i[4]*i[4]+i[5]*i[5]+i[6]*i[6]+i[7]*i[7]+i[8]*i[8]+i[9]*i[9]+i[10]*i[10]+i[11]*i[11]+i[12]*i[12]+i[13]*i[13]+i[14]*i[14]+i[15]*i[15])}function Fg(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i[2]=t[2]+e[2],i[3]=t[3]+e[3],i[4]=t[4]+e[4],i[5]=t[5]+e[5],i[6]=t[6]+e[6],i[7]=t[7]+e[7],i[8]=t[8]+e[8],i[9]=t[9]+e[9],i[10]=t[10]+e[10],i[11]=t[11]+e[11],i[12]=t[12]+e[12],i[13]=t[13]+e[13],i[14]=t[14]+e[14],i[15]=t[15]+e[15],i}function Hc(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i[2]=t[2]-e[2],i[3]=t[3]-e[3],i[4]=t[4]-e[4],i[5]=t[5]-e[5],i[6]=t[6]-e[6],i[7]=t[7]-e[7],i[8]=t[8]-e[8],i[9]=t[9]-e[9],i[10]=t[10]-e[10],i[11]=t[11]-e[11],i[12]=t[12]-e[12],i[13]=t[13]-e[13],i[14]=t[14]-e[14],i[15]=t[15]-e[15],i}function Ug(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i[2]=t[2]*e,i[3]=t[3]*e,i[4]=t[4]*e,i[5]=t[5]*e,i[6]=t[6]*e,i[7]=t[7]*e,i[8]=t[8]*e,i[9]=t[9]*e,i[10]=t[10]*e,i[11]=t[11]*e,i[12]=t[12]*e,i[13]=t[13]*e,i[14]=t[14]*e,i[15]=t[15]*e,i}function Vg(i,t,e,n){return i[0]=t[0]+e[0]*n,i[1]=t[1]+e[1]*n,i[2]=t[2]+e[2]*n,i[3]=t[3]+e[3]*n,i[4]=t[4]+e[4]*n,i[5]=t[5]+e[5]*n,i[6]=t[6]+e[6]*n,i[7]=t[7]+e[7]*n,i[8]=t[8]+e[8]*n,i[9]=t[9]+e[9]*n,i[10]=t[10]+e[10]*n,i[11]=t[11]+e[11]*n,i[12]=t[12]+e[12]*n,i[13]=t[13]+e[13]*n,i[14]=t[14]+e[14]*n,i[15]=t[15]+e[15]*n,i}function Wg(i,t){return i[0]===t[0]&&i[1]===t[1]&&i[2]===t[2]&&i[3]===t[3]&&i[4]===t[4]&&i[5]===t[5]&&i[6]===t[6]&&i[7]===t[7]&&i[8]===t[8]&&i[9]===t[9]&&i[10]===t[10]&&i[11]===t[11]&&i[12]===t[12]&&i[13]===t[13]&&i[14]===t[14]&&i[15]===t[15]}function Gg(i,t){let e=i[0],n=i[1],o=i[2],r=i[3],s=i[4],a=i[5],c=i[6],l=i[7],f=i[8],h=i[9],u=i[10],d=i[11],p=i[12],g=i[13],m=i[14],v=i[15],_=t[0],y=t[1],x=t[2],P=t[3],w=t[4],C=t[5],S=t[6],E=t[7],b=t[8],I=t[9],L=t[10],T=t[11],R=t[12],U=t[13],B=t[14],N=t[15];return Math.abs(e-_)<=1e-6*Math.max(1,Math.abs(e),Math.abs(_))&&Math.abs(n-y)<=1e-6*Math.max(1,Math.abs(n),Math.abs(y))&&Math.abs(o-x)<=1e-6*Math.max(1,Math.abs(o),Math.abs(x))&&Math.abs(r-P)<=1e-6*Math.max(1,Math.abs(r),Math.abs(P))&&Math.abs(s-w)<=1e-6*Math.max(1,Math.abs(s),Math.abs(w))&&Math.abs(a-C)<=1e-6*Math.max(1,Math.abs(a),Math.abs(C))&&Math.abs(c-S)<=1e-6*Math.max(1,Math.abs(c),Math.abs(S))&&Math.abs(l-E)<=1e-6*Math.max(1,Math.abs(l),Math.abs(E))&&Math.abs(f-b)<=1e-6*Math.max(1,Math.abs(f),Math.abs(b))&&Math.abs(h-I)<=1e-6*Math.max(1,Math.abs(h),Math.abs(I))&&Math.abs(u-L)<=1e-6*Math.max(1,Math.abs(u),Math.abs(L))&&Math.abs(d-T)<=1e-6*Math.max(1,Math.abs(d),Math.abs(T))&&Math.abs(p-R)<=1e-6*Math.max(1,Math.abs(p),Math.abs(R))&&Math.abs(g-U)<=1e-6*Math.max(1,Math.abs(g),Math.abs(U))&&Math.abs(m-B)<=1e-6*Math.max(1,Math.abs(m),Math.abs(B))&&Math.abs(v-N)<=1e-6*Math.max(1,Math.abs(v),Math.abs(N))}var Yg=_i,$g=Hc;var kt={};De(kt,{add:()=>Kg,ceil:()=>Jg,clone:()=>Hg,copy:()=>qg,create:()=>Zc,cross:()=>lm,dist:()=>_m,distance:()=>Jc,div:()=>vm,divide:()=>Kc,dot:()=>cm,equals:()=>mm,exactEquals:()=>gm,floor:()=>Qg,forEach:()=>Sm,fromValues:()=>Zg,inverse:()=>sm,len:()=>wm,length:()=>tl,lerp:()=>fm,max:()=>em,min:()=>tm,mul:()=>xm,multiply:()=>Xc,negate:()=>rm,normalize:()=>am,random:()=>hm,round:()=>im,scale:()=>nm,scaleAndAdd:()=>om,set:()=>Xg,sqrDist:()=>Pm,sqrLen:()=>bm,squaredDistance:()=>Qc,squaredLength:()=>el,str:()=>pm,sub:()=>ym,subtract:()=>qc,transformMat4:()=>xs,transformQuat:()=>um,zero:()=>dm});function Zc(){let i=new V(4);return V!=Float32Array&&(i[0]=0,i[1]=0,i[2]=0,i[3]=0),i}function Hg(i){let t=new V(4);return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t}function Zg(i,t,e,n){let o=new V(4);return o[0]=i,o[1]=t,o[2]=e,o[3]=n,o}function qg(i,t){return i[0]=t[0],i[1]=t[1],i[2]=t[2],i[3]=t[3],i}function Xg(i,t,e,n,o){return i[0]=t,i[1]=e,i[2]=n,i[3]=o,i}function Kg(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i[2]=t[2]+e[2],i[3]=t[3]+e[3],i}function qc(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i[2]=t[2]-e[2],i[3]=t[3]-e[3],i}function Xc(i,t,e){return i[0]=t[0]*e[0],i[1]=t[1]*e[1],i[2]=t[2]*e[2],i[3]=t[3]*e[3],i}function Kc(i,t,e){return i[0]=t[0]/e[0],i[1]=t[1]/e[1],i[2]=t[2]/e[2],i[3]=t[3]/e[3],i}function Jg(i,t){return i[0]=Math.ceil(t[0]),i[1]=Math.ceil(t[1]),i[2]=Math.ceil(t[2]),i[3]=Math.ceil(t[3]),i}function Qg(i,t){return i[0]=Math.floor(t[0]),i[1]=Math.floor(t[1]),i[2]=Math.floor(t[2]),i[3]=Math.floor(t[3]),i}function tm(i,t,e){return i[0]=Math.min(t[0],e[0]),i[1]=Math.min(t[1],e[1]),i[2]=Math.min(t[2],e[2]),i[3]=Math.min(t[3],e[3]),i}function em(i,t,e){return i[0]=Math.max(t[0],e[0]),i[1]=Math.max(t[1],e[1]),i[2]=Math.max(t[2],e[2]),i[3]=Math.max(t[3],e[3]),i}function im(i,t){return i[0]=ht(t[0]),i[1]=ht(t[1]),i[2]=ht(t[2]),i[3]=ht(t[3]),i}function nm(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i[2]=t[2]*e,i[3]=t[3]*e,i}function om(i,t,e,n){return i[0]=t[0]+e[0]*n,i[1]=t[1]+e[1]*n,i[2]=t[2]+e[2]*n,i[3]=t[3]+e[3]*n,i}function Jc(i,t){let e=t[0]-i[0],n=t[1]-i[1],o=t[2]-i[2],r=t[3]-i[3];return Math.sqrt(e*e+n*n+o*o+r*r)}function Qc(i,t){let e=t[0]-i[0],n=t[1]-i[1],o=t[2]-i[2],r=t[3]-i[3];return e*e+n*n+o*o+r*r}function tl(i){let t=i[0],e=i[1],n=i[2],o=i[3];return Math.sqrt(t*t+e*e+n*n+o*o)}function el(i){let t=i[0],e=i[1],n=i[2],o=i[3];return t*t+e*e+n*n+o*o}function rm(i,t){return i[0]=-t[0],i[1]=-t[1],i[2]=-t[2],i[3]=-t[3],i}function sm(i,t){return i[0]=1/t[0],i[1]=1/t[1],i[2]=1/t[2],i[3]=1/t[3],i}function am(i,t){let e=t[0],n=t[1],o=t[2],r=t[3],s=e*e+n*n+o*o+r*r;return s>0&&(s=1/Math.sqrt(s)),i[0]=e*s,i[1]=n*s,i[2]=o*s,i[3]=r*s,i}function cm(i,t){return i[0]*t[0]+i[1]*t[1]+i[2]*t[2]+i[3]*t[3]}function lm(i,t,e,n){let o=e[0]*n[1]-e[1]*n[0],r=e[0]*n[2]-e[2]*n[0],s=e[0]*n[3]-e[3]*n[0],a=e[1]*n[2]-e[2]*n[1],c=e[1]*n[3]-e[3]*n[1],l=e[2]*n[3]-e[3]*n[2],f=t[0],h=t[1],u=t[2],d=t[3];return i[0]=h*l-u*c+d*a,i[1]=-(f*l)+u*s-d*r,i[2]=f*c-h*s+d*o,i[3]=-(f*a)+h*r-u*o,i}function fm(i,t,e,n){let o=t[0],r=t[1],s=t[2],a=t[3];return i[0]=o+n*(e[0]-o),i[1]=r+n*(e[1]-r),i[2]=s+n*(e[2]-s),i[3]=a+n*(e[3]-a),i}function hm(i,t){t=t===void 0?1:t;let e,n,o,r,s,a;do e=Rt()*2-1,n=Rt()*2-1,s=e*e+n*n;while(s>=1);do o=Rt()*2-1,r=Rt()*2-1,a=o*o+r*r;while(a>=1);let c=Math.sqrt((1-s)/a);return i[0]=t*e,i[1]=t*n,i[2]=t*o*c,i[3]=t*r*c,i}function xs(i,t,e){let n=t[0],o=t[1],r=t[2],s=t[3];return i[0]=e[0]*n+e[4]*o+e[8]*r+e[12]*s,i[1]=e[1]*n+e[5]*o+e[9]*r+e[13]*s,i[2]=e[2]*n+e[6]*o+e[10]*r+e[14]*s,i[3]=e[3]*n+e[7]*o+e[11]*r+e[15]*s,i}function um(i,t,e){let n=t[0],o=t[1],r=t[2],s=e[0],a=e[1],c=e[2],l=e[3],f=l*n+a*r-c*o,h=l*o+c*n-s*r,u=l*r+s*o-a*n,d=-s*n-a*o-c*r;return i[0]=f*l+d*-s+h*-c-u*-a,i[1]=h*l+d*-a+u*-s-f*-c,i[2]=u*l+d*-c+f*-a-h*-s,i[3]=t[3],i}function dm(i){return i[0]=0,i[1]=0,i[2]=0,i[3]=0,i}function pm(i){return`vec4(${i[0]}, ${i[1]}, ${i[2]}, ${i[3]})`}function gm(i,t){return i[0]===t[0]&&i[1]===t[1]&&i[2]===t[2]&&i[3]===t[3]}function mm(i,t){let e=i[0],n=i[1],o=i[2],r=i[3],s=t[0],a=t[1],c=t[2],l=t[3];return Math.abs(e-s)<=1e-6*Math.max(1,Math.abs(e),Math.abs(s))&&Math.abs(n-a)<=1e-6*Math.max(1,Math.abs(n),Math.abs(a))&&Math.abs(o-c)<=1e-6*Math.max(1,Math.abs(o),Math.abs(c))&&Math.abs(r-l)<=1e-6*Math.max(1,Math.abs(r),Math.abs(l))}var ym=qc,xm=Xc,vm=Kc,_m=Jc,Pm=Qc,wm=tl,bm=el,Sm=(function(){let i=Zc();return function(t,e,n,o,r,s){let a,c;for(e||(e=4),n||(n=0),o?c=Math.min(o*e+n,t.length):c=t.length,a=n;a<c;a+=e)i[0]=t[a],i[1]=t[a+1],i[2]=t[a+2],i[3]=t[a+3],r(i,i,s),t[a]=i[0],t[a+1]=i[1],t[a+2]=i[2],t[a+3]=i[3];return t}})();var Ps;(function(i){i[i.COL0ROW0=0]="COL0ROW0",i[i.COL0ROW1=1]="COL0ROW1",i[i.COL0ROW2=2]="COL0ROW2",i[i.COL0ROW3=3]="COL0ROW3",i[i.COL1ROW0=4]="COL1ROW0",i[i.COL1ROW1=5]="COL1ROW1",i[i.COL1ROW2=6]="COL1ROW2",i[i.COL1ROW3=7]="COL1ROW3",i[i.COL2ROW0=8]="COL2ROW0",i[i.COL2ROW1=9]="COL2ROW1",i[i.COL2ROW2=10]="COL2ROW2",i[i.COL2ROW3=11]="COL2ROW3",i[i.COL3ROW0=12]="COL3ROW0",i[i.COL3ROW1=13]="COL3ROW1",i[i.COL3ROW2=14]="COL3ROW2",i[i.COL3ROW3=15]="COL3ROW3"})(Ps||(Ps={}));var Em=45*Math.PI/180,Cm=1,vs=.1,_s=500,Mm=Object.freeze([1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]),W=class extends _o{static get IDENTITY(){return Lm()}static get ZERO(){return Tm()}get ELEMENTS(){return 16}get RANK(){return 4}get INDICES(){return Ps}constructor(t){super(-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0),arguments.length===1&&Array.isArray(t)?this.copy(t):this.identity()}copy(t){return this[0]=t[0],this[1]=t[1],this[2]=t[2],this[3]=t[3],this[4]=t[4],this[5]=t[5],this[6]=t[6],this[7]=t[7],this[8]=t[8],this[9]=t[9],this[10]=t[10],this[11]=t[11],this[12]=t[12],this[13]=t[13],this[14]=t[14],this[15]=t[15],this.check()}set(t,e,n,o,r,s,a,c,l,f,h,u,d,p,g,m){return this[0]=t,this[1]=e,this[2]=n,this[3]=o,this[4]=r,this[5]=s,this[6]=a,this[7]=c,this[8]=l,this[9]=f,this[10]=h,this[11]=u,this[12]=d,this[13]=p,this[14]=g,this[15]=m,this.check()}setRowMajor(t,e,n,o,r,s,a,c,l,f,h,u,d,p,g,m){return this[0]=t,this[1]=r,this[2]=l,this[3]=d,this[4]=e,this[5]=s,this[6]=f,this[7]=p,this[8]=n,this[9]=a,this[10]=h,this[11]=g,this[12]=o,this[13]=c,this[14]=u,this[15]=m,this.check()}toRowMajor(t){return t[0]=this[0],t[1]=this[4],t[2]=this[8],t[3]=this[12],t[4]=this[1],t[5]=this[5],t[6]=this[9],t[7]=this[13],t[8]=this[2],t[9]=this[6],t[10]=this[10],t[11]=this[14],t[12]=this[3],t[13]=this[7],t[14]=this[11],t[15]=this[15],t}identity(){return this.copy(Mm)}fromObject(t){return this.check()}fromQuaternion(t){return ds(this,t),this.check()}frustum(t){let{left:e,right:n,bottom:o,top:r,near:s=vs,far:a=_s}=t;return a===1/0?Am(this,e,n,o,r,s):ps(this,e,n,o,r,s,a),this.check()}lookAt(t){let{eye:e,center:n=[0,0,0],up:o=[0,1,0]}=t;return ys(this,e,n,o),this.check()}ortho(t){let{left:e,right:n,bottom:o,top:r,near:s=vs,far:a=_s}=t;return ms(this,e,n,o,r,s,a),this.check()}orthographic(t){let{fovy:e=Em,aspect:n=Cm,focalDistance:o=1,near:r=vs,far:s=_s}=t;il(e);let a=e/2,c=o*Math.tan(a),l=c*n;return this.ortho({left:-l,right:l,bottom:-c,top:c,near:r,far:s})}perspective(t){let{fovy:e=45*Math.PI/180,aspect:n=1,near:o=.1,far:r=500}=t;return il(e),gs(this,e,n,o,r),this.check()}determinant(){return ss(this)}getScale(t=[-0,-0,-0]){return t[0]=Math.sqrt(this[0]*this[0]+this[1]*this[1]+this[2]*this[2]),t[1]=Math.sqrt(this[4]*this[4]+this[5]*this[5]+this[6]*this[6]),t[2]=Math.sqrt(this[8]*this[8]+this[9]*this[9]+this[10]*this[10]),t}getTranslation(t=[-0,-0,-0]){return t[0]=this[12],t[1]=this[13],t[2]=this[14],t}getRotation(t,e){t=t||[-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0],e=e||[-0,-0,-0];let n=this.getScale(e),o=1/n[0],r=1/n[1],s=1/n[2];return t[0]=this[0]*o,t[1]=this[1]*r,t[2]=this[2]*s,t[3]=0,t[4]=this[4]*o,t[5]=this[5]*r,t[6]=this[6]*s,t[7]=0,t[8]=this[8]*o,t[9]=this[9]*r,t[10]=this[10]*s,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,t}getRotationMatrix3(t,e){t=t||[-0,-0,-0,-0,-0,-0,-0,-0,-0],e=e||[-0,-0,-0];let n=this.getScale(e),o=1/n[0],r=1/n[1],s=1/n[2];return t[0]=this[0]*o,t[1]=this[1]*r,t[2]=this[2]*s,t[3]=this[4]*o,t[4]=this[5]*r,t[5]=this[6]*s,t[6]=this[8]*o,t[7]=this[9]*r,t[8]=this[10]*s,t}transpose(){return os(this,this),this.check()}invert(){return rs(this,this),this.check()}multiplyLeft(t){return _i(this,t,this),this.check()}multiplyRight(t){return _i(this,this,t),this.check()}rotateX(t){return fs(this,this,t),this.check()}rotateY(t){return hs(this,this,t),this.check()}rotateZ(t){return us(this,this,t),this.check()}rotateXYZ(t){return this.rotateX(t[0]).rotateY(t[1]).rotateZ(t[2])}rotateAxis(t,e){return ls(this,this,t,e),this.check()}scale(t){return cs(this,this,Array.isArray(t)?t:[t,t,t]),this.check()}translate(t){return as(this,this,t),this.check()}transform(t,e){return t.length===4?(e=xs(e||[-0,-0,-0,-0],t,this),go(e,4),e):this.transformAsPoint(t,e)}transformAsPoint(t,e){let{length:n}=t,o;switch(n){case 2:o=Zr(e||[-0,-0],t,this);break;case 3:o=vi(e||[-0,-0,-0],t,this);break;default:throw new Error("Illegal vector")}return go(o,t.length),o}transformAsVector(t,e){let n;switch(t.length){case 2:n=Oc(e||[-0,-0],t,this);break;case 3:n=xo(e||[-0,-0,-0],t,this);break;default:throw new Error("Illegal vector")}return go(n,t.length),n}transformPoint(t,e){return this.transformAsPoint(t,e)}transformVector(t,e){return this.transformAsPoint(t,e)}transformDirection(t,e){return this.transformAsVector(t,e)}makeRotationX(t){return this.identity().rotateX(t)}makeTranslation(t,e,n){return this.identity().translate([t,e,n])}},Po,wo;function Tm(){return Po||(Po=new W([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]),Object.freeze(Po)),Po}function Lm(){return wo||(wo=new W,Object.freeze(wo)),wo}function il(i){if(i>Math.PI*2)throw Error("expected radians")}function Am(i,t,e,n,o,r){let s=2*r/(e-t),a=2*r/(o-n),c=(e+t)/(e-t),l=(o+n)/(o-n),f=-1,h=-1,u=-2*r;return i[0]=s,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=a,i[6]=0,i[7]=0,i[8]=c,i[9]=l,i[10]=f,i[11]=h,i[12]=0,i[13]=0,i[14]=u,i[15]=0,i}var Im=[255,255,255],Om=1,Rm=[0,0,-1],km=0,Fe=class{constructor(t={}){this.type="directional";let{color:e=Im}=t,{intensity:n=Om}=t,{direction:o=Rm}=t,{_shadow:r=!1}=t;this.id=t.id||`directional-${km++}`,this.color=e,this.intensity=n,this.type="directional",this.direction=new J(o).normalize().toArray(),this.shadow=r}getProjectedLight(t){return this}};var Pi=class{constructor(t,e={id:"pass"}){let{id:n}=e;this.id=n,this.device=t,this.props={...e}}setProps(t){Object.assign(this.props,t)}render(t){}cleanup(){}};var zm={depthWriteEnabled:!0,depthCompare:"less-equal",blendColorOperation:"add",blendColorSrcFactor:"one",blendColorDstFactor:"one-minus-src-alpha",blendAlphaOperation:"add",blendAlphaSrcFactor:"one",blendAlphaDstFactor:"one-minus-src-alpha"},Yt=class extends Pi{constructor(){super(...arguments),this._lastRenderIndex=-1}render(t){this._render(t)}_render(t){let{canvasContext:e=this.device.canvasContext}=t,n=t.target??e.getCurrentFramebuffer(),[o,r]=e.getDrawingBufferSize(),s=t.clearCanvas??!0,a=t.clearColor??(s?[0,0,0,0]:!1),c=s?1:!1,l=s?0:!1,f=t.colorMask??15,h={viewport:[0,0,o,r]};t.colorMask&&(h.colorMask=f),t.scissorRect&&(h.scissorRect=t.scissorRect);let{shaderModuleProps:u,viewports:d,views:p,onViewportActive:g,clearStack:m=!0}=t,v=t.pass||"unknown",_=this.device.type==="webgpu";m&&(this._lastRenderIndex=-1);let y=[];if(!d.length)return this.device.beginRenderPass({framebuffer:n,parameters:h,clearColor:a,clearDepth:c,clearStencil:l}).end(),this.device.submit(),y;try{for(let x of d){g?.(x);let P=this._getDrawLayerParams(x,t),w=p&&p[x.id],C=x.subViewports||[x],S=_?C.map(E=>[E]):[C];for(let E of S){let b=this.device.beginRenderPass({framebuffer:n,parameters:h,clearColor:a,clearDepth:c,clearStencil:l});try{for(let I of E){let L=this._drawLayersInViewport(b,{target:n,canvasContext:e,shaderModuleProps:u,viewport:I,view:w,pass:v,layers:t.layers,isPicking:t.isPicking},P);y.push(L)}}finally{b.end(),_&&this.device.submit()}a=!1,c=!1,l=!1}}return y}finally{_||this.device.submit()}}_getDrawLayerParams(t,{layers:e,pass:n,isPicking:o=!1,layerFilter:r,cullRect:s,views:a,effects:c,canvasContext:l=this.device.canvasContext,shaderModuleProps:f},h=!1){let u=[],d=ol(this._lastRenderIndex+1),p={layer:e[0],viewport:t,isPicking:o,renderPass:n,cullRect:s},g={};for(let m=0;m<e.length;m++){let v=e[m],_=this._shouldDrawLayer(v,p,r,g),y={shouldDrawLayer:_};if(_&&!h){y.shouldDrawLayer=!0,y.layerRenderIndex=d(v,_),y.shaderModuleProps=this._getShaderModuleProps(v,c,n,l,f);let x=v.context.device.type==="webgpu"?zm:null;y.layerParameters={...x,...v.context.deck?.props.parameters,...a?.[t.id]?.props.parameters,...this.getLayerParameters(v,m,t)}}u[m]=y}return u}_drawLayersInViewport(t,{layers:e,shaderModuleProps:n,pass:o,target:r,canvasContext:s,viewport:a,view:c,isPicking:l},f){let h=Dm(this.device,{canvasContext:s,shaderModuleProps:n,target:r,viewport:a});if(c){let{clear:d,clearColor:p,clearDepth:g,clearStencil:m}=c.props;if(d){let v=[0,0,0,0],_=1,y=0;Array.isArray(p)&&!l?v=[...p.slice(0,3),p[3]||255].map(P=>P/255):p===!1&&(v=!1),g!==void 0&&(_=g),m!==void 0&&(y=m),this.device.beginRenderPass({framebuffer:r,parameters:{viewport:h,scissorRect:h},clearColor:v,clearDepth:_,clearStencil:y}).end()}}let u={totalCount:e.length,visibleCount:0,compositeCount:0,pickableCount:0};t.setParameters({viewport:h});for(let d=0;d<e.length;d++){let p=e[d],g=f[d],{shouldDrawLayer:m}=g;if(m&&p.props.pickable&&u.pickableCount++,p.isComposite&&u.compositeCount++,p.isDrawable&&g.shouldDrawLayer){let{layerRenderIndex:v,shaderModuleProps:_,layerParameters:y}=g;u.visibleCount++,this._lastRenderIndex=Math.max(this._lastRenderIndex,v),_.project&&(_.project.viewport=a),p.context.renderPass=t;try{p._drawLayer({renderPass:t,shaderModuleProps:_,uniforms:{layerIndex:v},parameters:y})}catch(x){p.raiseError(x,`drawing ${p} to ${o}`)}}}return u}shouldDrawLayer(t){return!0}getShaderModuleProps(t,e,n){return null}getLayerParameters(t,e,n){return t.props.parameters}_shouldDrawLayer(t,e,n,o){if(!(t.props.visible&&this.shouldDrawLayer(t)))return!1;e.layer=t;let s=t.parent;for(;s;){if(!s.props.visible||!s.filterSubLayer(e))return!1;e.layer=s,s=s.parent}if(n){let a=e.layer.id;if(a in o||(o[a]=n(e)),!o[a])return!1}return t.activateViewport(e.viewport),!0}_getShaderModuleProps(t,e,n,o,r){let s=o.cssToDeviceRatio(),a=t.internalState?.propsInTransition||t.props,c={layer:a,picking:{isActive:!1},project:{viewport:t.context.viewport,devicePixelRatio:s,modelMatrix:a.modelMatrix,coordinateSystem:a.coordinateSystem,coordinateOrigin:a.coordinateOrigin,autoWrapLongitude:t.wrapLongitude}};if(e)for(let l of e)nl(c,l.getShaderModuleProps?.(t,c));for(let l of t.context.defaultShaderModules)l.name in c||(c[l.name]={});return nl(c,this.getShaderModuleProps(t,e,c),r)}};function ol(i=0,t={}){let e={},n=(o,r)=>{let s=o.props._offset,a=o.id,c=o.parent&&o.parent.id,l;if(c&&!(c in t)&&n(o.parent,!1),c in e){let f=e[c]=e[c]||ol(t[c],t);l=f(o,r),e[a]=f}else Number.isFinite(s)?(l=s+(t[c]||0),e[a]=null):l=i;return r&&l>=i&&(i=l+1),t[a]=l,l};return n}function Dm(i,{canvasContext:t=i.canvasContext,shaderModuleProps:e,target:n,viewport:o}){let r=e?.project?.devicePixelRatio??t.cssToDeviceRatio(),[,s]=t.getDrawingBufferSize(),a=n?n.height:s,c=o;return[c.x*r,a-(c.y+c.height)*r,c.width*r,c.height*r]}function nl(i,...t){for(let e of t)if(e)for(let n in e)i[n]?Object.assign(i[n],e[n]):i[n]=e[n];return i}var wi=class extends Yt{constructor(t,e){super(t,e);let n=t.createTexture({format:"rgba8unorm",width:1,height:1,sampler:{minFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"}}),o=t.createTexture({format:"depth16unorm",width:1,height:1});this.fbo=t.createFramebuffer({id:"shadowmap",width:1,height:1,colorAttachments:[n],depthStencilAttachment:o})}delete(){this.fbo&&(this.fbo.destroy(),this.fbo=null)}getShadowMap(){return this.fbo.colorAttachments[0].texture}render(t){let e=this.fbo,n=this.device.canvasContext.cssToDeviceRatio(),o=t.viewports[0],r=o.width*n,s=o.height*n,a=[1,1,1,1];(r!==e.width||s!==e.height)&&e.resize({width:r,height:s}),super.render({...t,clearColor:a,target:e,pass:"shadow"})}getLayerParameters(t,e,n){return{...t.props.parameters,blend:!1,depthWriteEnabled:!0,depthCompare:"less-equal"}}shouldDrawLayer(t){return t.props.shadowEnabled!==!1}getShaderModuleProps(t,e,n){return{shadow:{project:n.project,drawToShadowMap:!0}}}};var Bm=new Be({id:"deck"}),A=Bm;var O;(function(i){i[i.Start=1]="Start",i[i.Move=2]="Move",i[i.End=4]="End",i[i.Cancel=8]="Cancel"})(O||(O={}));var j;(function(i){i[i.None=0]="None",i[i.Left=1]="Left",i[i.Right=2]="Right",i[i.Up=4]="Up",i[i.Down=8]="Down",i[i.Horizontal=3]="Horizontal",i[i.Vertical=12]="Vertical",i[i.All=15]="All"})(j||(j={}));var M;(function(i){i[i.Possible=1]="Possible",i[i.Began=2]="Began",i[i.Changed=4]="Changed",i[i.Ended=8]="Ended",i[i.Recognized=8]="Recognized",i[i.Cancelled=16]="Cancelled",i[i.Failed=32]="Failed"})(M||(M={}));var rl="compute",ws="auto",xe="manipulation",ve="none",bi="pan-x",Si="pan-y";function bs(i){if(i.includes(ve))return ve;let t=i.includes(bi),e=i.includes(Si);return t&&e?ve:t||e?t?bi:Si:i.includes(xe)?xe:ws}var Ei=class{constructor(t,e){this.actions="",this.manager=t,this.set(e)}set(t){t===rl&&(t=this.compute()),this.manager.element&&(this.manager.element.style.touchAction=t,this.actions=t)}update(){this.set(this.manager.options.touchAction)}compute(){let t=[];for(let e of this.manager.recognizers)e.options.enable&&(t=t.concat(e.getTouchAction()));return bs(t.join(" "))}};function Ue(i){return i.trim().split(/\s+/g)}function bo(i,t,e){if(i)for(let n of Ue(t))i.addEventListener(n,e,!1)}function So(i,t,e){if(i)for(let n of Ue(t))i.removeEventListener(n,e,!1)}function Ss(i){return(i.ownerDocument||i).defaultView}function Es(i,t){let e=i;for(;e;){if(e===t)return!0;e=e.parentNode}return!1}function Eo(i){let t=i.length;if(t===1)return{x:Math.round(i[0].clientX),y:Math.round(i[0].clientY)};let e=0,n=0,o=0;for(;o<t;)e+=i[o].clientX,n+=i[o].clientY,o++;return{x:Math.round(e/t),y:Math.round(n/t)}}function Cs(i){let t=[],e=0;for(;e<i.pointers.length;)t[e]={clientX:Math.round(i.pointers[e].clientX),clientY:Math.round(i.pointers[e].clientY)},e++;return{timeStamp:Date.now(),pointers:t,center:Eo(t),deltaX:i.deltaX,deltaY:i.deltaY}}function Ve(i,t){let e=t.x-i.x,n=t.y-i.y;return Math.sqrt(e*e+n*n)}function Ci(i,t){let e=t.clientX-i.clientX,n=t.clientY-i.clientY;return Math.sqrt(e*e+n*n)}function sl(i,t){let e=t.x-i.x,n=t.y-i.y;return Math.atan2(n,e)*180/Math.PI}function Ms(i,t){let e=t.clientX-i.clientX,n=t.clientY-i.clientY;return Math.atan2(n,e)*180/Math.PI}function We(i,t){return i===t?j.None:Math.abs(i)>=Math.abs(t)?i<0?j.Left:j.Right:t<0?j.Up:j.Down}function al(i,t){let e=t.center,n=i.offsetDelta,o=i.prevDelta,r=i.prevInput;return(t.eventType===O.Start||r?.eventType===O.End)&&(o=i.prevDelta={x:r?.deltaX||0,y:r?.deltaY||0},n=i.offsetDelta={x:e.x,y:e.y}),{deltaX:o.x+(e.x-n.x),deltaY:o.y+(e.y-n.y)}}function Co(i,t,e){return{x:t/i||0,y:e/i||0}}function cl(i,t){return Ci(t[0],t[1])/Ci(i[0],i[1])}function ll(i,t){return Ms(t[1],t[0])-Ms(i[1],i[0])}function fl(i,t){let e=i.lastInterval||t,n=t.timeStamp-e.timeStamp,o,r,s,a;if(t.eventType!==O.Cancel&&(n>25||e.velocity===void 0)){let c=t.deltaX-e.deltaX,l=t.deltaY-e.deltaY,f=Co(n,c,l);r=f.x,s=f.y,o=Math.abs(f.x)>Math.abs(f.y)?f.x:f.y,a=We(c,l),i.lastInterval=t}else o=e.velocity,r=e.velocityX,s=e.velocityY,a=e.direction;t.velocity=o,t.velocityX=r,t.velocityY=s,t.direction=a}function Ts(i,t){return"pointerId"in i?i.pointerId:t}function hl(i,t){i.movementOrigin=new Map(t.map((e,n)=>[Ts(e,n),{clientX:e.clientX,clientY:e.clientY}])),i.firstMovementTime=void 0}function jm(i,t){let e=t.pointers.map(Ts);if(i.movementOrigin?.size===e.length&&e.every(o=>i.movementOrigin.has(o))||hl(i,t.pointers),t.distancePerPointer=t.pointers.map((o,r)=>Ci(i.movementOrigin.get(e[r]),o)),t.eventType&O.Move&&t.distancePerPointer.some(o=>o>0)&&(i.firstMovementTime??(i.firstMovementTime=t.timeStamp)),t.movementDeltaTime=i.firstMovementTime===void 0?0:t.timeStamp-i.firstMovementTime,t.eventType&(O.End|O.Cancel)){let o=t.changedPointers.map(r=>Ts(r,t.pointers.indexOf(r)));hl(i,t.pointers.filter((r,s)=>!o.includes(e[s])))}}function ul(i,t){let{session:e}=i,{pointers:n}=t,{length:o}=n;e.firstInput||(e.firstInput=Cs(t)),o>1&&!e.firstMultiple?e.firstMultiple=Cs(t):o===1&&(e.firstMultiple=!1);let{firstInput:r,firstMultiple:s}=e,a=s?s.center:r.center,c=t.center=Eo(n);t.timeStamp=Date.now(),t.deltaTime=t.timeStamp-r.timeStamp,jm(e,t),t.angle=sl(a,c),t.distance=Ve(a,c);let{deltaX:l,deltaY:f}=al(e,t);t.deltaX=l,t.deltaY=f,t.offsetDirection=We(t.deltaX,t.deltaY);let h=Co(t.deltaTime,t.deltaX,t.deltaY);t.overallVelocityX=h.x,t.overallVelocityY=h.y,t.overallVelocity=Math.abs(h.x)>Math.abs(h.y)?h.x:h.y,t.scale=s?cl(s.pointers,n):1,t.rotation=s?ll(s.pointers,n):0,t.maxPointers=e.prevInput?t.pointers.length>e.prevInput.maxPointers?t.pointers.length:e.prevInput.maxPointers:t.pointers.length;let u=i.element;return Es(t.srcEvent.target,u)&&(u=t.srcEvent.target),t.target=u,fl(e,t),t}function dl(i,t,e){let n=e.pointers.length,o=e.changedPointers.length,r=t&O.Start&&n-o===0,s=t&(O.End|O.Cancel)&&n-o===0;e.isFirst=!!r,e.isFinal=!!s,r&&(i.session={}),e.eventType=t;let a=ul(i,e);i.emit("hammer.input",a),i.recognize(a),i.session.prevInput=a}var Mi=class{constructor(t){this.evEl="",this.evWin="",this.evTarget="",this.domHandler=e=>{this.manager.options.enable&&this.handler(e)},this.manager=t,this.element=t.element,this.target=t.options.inputTarget||t.element}callback(t,e){dl(this.manager,t,e)}init(){bo(this.element,this.evEl,this.domHandler),bo(this.target,this.evTarget,this.domHandler),bo(Ss(this.element),this.evWin,this.domHandler)}destroy(){So(this.element,this.evEl,this.domHandler),So(this.target,this.evTarget,this.domHandler),So(Ss(this.element),this.evWin,this.domHandler)}};var Fm={pointerdown:O.Start,pointermove:O.Move,pointerup:O.End,pointercancel:O.Cancel,pointerout:O.Cancel},Um="pointerdown",Vm="pointermove pointerup pointercancel",Ti=class extends Mi{constructor(t){super(t),this.evEl=Um,this.evWin=Vm,this.store=this.manager.session.pointerEvents=[],this.init()}handler(t){let{store:e}=this,n=!1,o=Fm[t.type],r=t.pointerType,s=r==="touch",a=e.findIndex(c=>c.pointerId===t.pointerId);o&O.Start&&(t.buttons||s)?a<0&&(e.push(t),a=e.length-1):o&(O.End|O.Cancel)&&(n=!0),!(a<0)&&(e[a]=t,this.callback(o,{pointers:e,changedPointers:[t],eventType:o,pointerType:r,srcEvent:t}),n&&e.splice(a,1))}};var Wm=["","webkit","Moz","MS","ms","o"];function pl(i,t){let e=t[0].toUpperCase()+t.slice(1);for(let n of Wm){let o=n?n+e:t;if(o in i)return o}}var Gm=1,gl=2,ml={touchAction:"compute",enable:!0,inputTarget:null,cssProps:{userSelect:"none",userDrag:"none",touchCallout:"none",tapHighlightColor:"rgba(0,0,0,0)"}},Li=class{constructor(t,e){this.options={...ml,...e,cssProps:{...ml.cssProps,...e.cssProps},inputTarget:e.inputTarget||t},this.handlers={},this.session={},this.recognizers=[],this.oldCssProps={},this.element=t,this.input=new Ti(this),this.touchAction=new Ei(this,this.options.touchAction),this.toggleCssProps(!0)}set(t){return Object.assign(this.options,t),t.touchAction&&this.touchAction.update(),t.inputTarget&&(this.input.destroy(),this.input.target=t.inputTarget,this.input.init()),this}stop(t){this.session.stopped=t?gl:Gm}recognize(t){let{session:e}=this;if(e.stopped)return;this.session.prevented&&t.srcEvent.preventDefault();let n,{recognizers:o}=this,{curRecognizer:r}=e;(!r||r&&r.state&M.Recognized)&&(r=e.curRecognizer=null);let s=0;for(;s<o.length;)n=o[s],e.stopped!==gl&&(!r||n===r||n.canRecognizeWith(r))?n.recognize(t):n.reset(),!r&&n.state&(M.Began|M.Changed|M.Ended)&&(r=e.curRecognizer=n),s++}get(t){let{recognizers:e}=this;for(let n=0;n<e.length;n++)if(e[n].options.event===t)return e[n];return null}add(t){if(Array.isArray(t)){for(let n of t)this.add(n);return this}let e=this.get(t.options.event);return e&&this.remove(e),this.recognizers.push(t),t.manager=this,this.touchAction.update(),t}remove(t){if(Array.isArray(t)){for(let n of t)this.remove(n);return this}let e=typeof t=="string"?this.get(t):t;if(e){let{recognizers:n}=this,o=n.indexOf(e);o!==-1&&(n.splice(o,1),this.touchAction.update())}return this}on(t,e){if(!t||!e)return;let{handlers:n}=this;for(let o of Ue(t))n[o]=n[o]||[],n[o].push(e)}off(t,e){if(!t)return;let{handlers:n}=this;for(let o of Ue(t))e?n[o]&&n[o].splice(n[o].indexOf(e),1):delete n[o]}emit(t,e){let n=this.handlers[t]&&this.handlers[t].slice();if(!n||!n.length)return;let o=e;o.type=t,o.preventDefault=function(){e.srcEvent.preventDefault()};let r=0;for(;r<n.length;)n[r](o),r++}destroy(){this.toggleCssProps(!1),this.handlers={},this.session={},this.input.destroy(),this.element=null}toggleCssProps(t){let{element:e}=this;if(e){for(let[n,o]of Object.entries(this.options.cssProps)){let r=pl(e.style,n);t?(this.oldCssProps[r]=e.style[r],e.style[r]=o):e.style[r]=this.oldCssProps[r]||""}t||(this.oldCssProps={})}}};var Ym=1;function yl(){return Ym++}function Ls(i){return i&M.Cancelled?"cancel":i&M.Ended?"end":i&M.Changed?"move":i&M.Began?"start":""}var St=class{constructor(t){this.options=t,this.id=yl(),this.state=M.Possible,this.simultaneous={},this.requireFail=[]}set(t){return Object.assign(this.options,t),this.manager.touchAction.update(),this}recognizeWith(t){if(Array.isArray(t)){for(let o of t)this.recognizeWith(o);return this}let e;if(typeof t=="string"){if(e=this.manager.get(t),!e)throw new Error(`Cannot find recognizer ${t}`)}else e=t;let{simultaneous:n}=this;return n[e.id]||(n[e.id]=e,e.recognizeWith(this)),this}dropRecognizeWith(t){if(Array.isArray(t)){for(let n of t)this.dropRecognizeWith(n);return this}let e;return typeof t=="string"?e=this.manager.get(t):e=t,e&&delete this.simultaneous[e.id],this}requireFailure(t){if(Array.isArray(t)){for(let o of t)this.requireFailure(o);return this}let e;if(typeof t=="string"){if(e=this.manager.get(t),!e)throw new Error(`Cannot find recognizer ${t}`)}else e=t;let{requireFail:n}=this;return n.indexOf(e)===-1&&(n.push(e),e.requireFailure(this)),this}dropRequireFailure(t){if(Array.isArray(t)){for(let n of t)this.dropRequireFailure(n);return this}let e;if(typeof t=="string"?e=this.manager.get(t):e=t,e){let n=this.requireFail.indexOf(e);n>-1&&this.requireFail.splice(n,1)}return this}hasRequireFailures(){return!!this.requireFail.find(t=>t.options.enable)}canRecognizeWith(t){return!!this.simultaneous[t.id]}emit(t){if(!t)return;let{state:e}=this;e<M.Ended&&this.manager.emit(this.options.event+Ls(e),t),this.manager.emit(this.options.event,t),t.additionalEvent&&this.manager.emit(t.additionalEvent,t),e>=M.Ended&&this.manager.emit(this.options.event+Ls(e),t)}tryEmit(t){this.canEmit()?this.emit(t):this.state=M.Failed}canEmit(){let t=0;for(;t<this.requireFail.length;){if(!(this.requireFail[t].state&(M.Failed|M.Possible)))return!1;t++}return!0}recognize(t){let e={...t};if(!this.options.enable){this.reset(),this.state=M.Failed;return}this.state&(M.Recognized|M.Cancelled|M.Failed)&&(this.state=M.Possible),this.state=this.process(e),this.state&(M.Began|M.Changed|M.Ended|M.Cancelled)&&this.tryEmit(e)}getEventNames(){return[this.options.event]}reset(){}};function $m(i){return Math.abs(((i+180)%360+360)%360-180)}function Hm(i,t){return(t.distance===void 0||i.distance>=t.distance)&&(t.distancePerPointer===void 0||i.distancePerPointer.length>0&&i.distancePerPointer.every(e=>e>=t.distancePerPointer))&&(t.movementDeltaTime===void 0||i.movementDeltaTime>=t.movementDeltaTime)&&(t.rotation===void 0||$m(i.rotation)>=t.rotation)&&(t.scale===void 0||Math.abs(i.scale-1)>=t.scale)}var _e=class extends St{attrTest(t){let e=this.options.pointers;return e===0||t.pointers.length===e}coherentTest(t){let e=this.options.coherent;return!e?.length||e.some(n=>Hm(t,n))}process(t){let{state:e}=this,{eventType:n}=t,o=e&(M.Began|M.Changed),r=this.attrTest(t);return o&&(n&O.Cancel||!r)?e|M.Cancelled:o||r?n&O.End?e|M.Ended:e&M.Began?e|M.Changed:M.Began:M.Failed}};var Zm=["","start","move","end","cancel"],Ge=class extends St{constructor(t={}){super({enable:!0,event:"doubleclickdrag",pointers:1,interval:500,time:350,threshold:28,dragThreshold:1,pixelsPerScale:120,...t}),this._tapStart=null,this._lastTap=null,this._drag=null,this._emittedStart=!1}getTouchAction(){return[xe]}getEventNames(){return Zm.map(t=>this.options.event+t)}process(t){let{options:e}=this;return t.pointers.length===e.pointers?t.eventType&O.Start?this._handleStart(t):t.eventType&O.Move?this._handleMove(t):t.eventType&O.Cancel?this._handleEnd(t,!0):t.eventType&O.End?this._handleEnd(t,!1):M.Failed:(this.reset(),M.Failed)}reset(){this._tapStart=null,this._lastTap=null,this._drag=null,this._emittedStart=!1}emit(t){if(t){if(this.state===M.Began){if(!this._drag?.active||this._emittedStart)return;this._emittedStart=!0,this.manager.emit(`${this.options.event}start`,t),this.manager.emit(this.options.event,t);return}if(this.state===M.Changed){if(!this._emittedStart)return;this.manager.emit(`${this.options.event}move`,t),this.manager.emit(this.options.event,t);return}if(this.state===M.Ended){if(!this._emittedStart)return;this.manager.emit(this.options.event,t),this.manager.emit(`${this.options.event}end`,t),this._emittedStart=!1;return}if(this.state===M.Cancelled){if(!this._emittedStart)return;this.manager.emit(this.options.event,t),this.manager.emit(`${this.options.event}cancel`,t),this._emittedStart=!1}}}_handleStart(t){let e=this._getPointerId(t);return this._lastTap&&this._isTapMatch(t,this._lastTap)?(this._tapStart=null,this._lastTap=null,this._drag={startCenter:t.center,pointerId:e,active:!1},this._emittedStart=!1,M.Began):(this._tapStart={center:t.center,timeStamp:t.timeStamp,pointerId:e},this._lastTap=null,this._drag=null,this._emittedStart=!1,M.Failed)}_handleMove(t){if(!this._drag||!this._isSamePointer(t,this._drag.pointerId))return M.Failed;let e=this._drag.startCenter.y-t.center.y;return!this._drag.active&&Math.abs(e)<this.options.dragThreshold?M.Began:(this._drag.active=!0,t.scale=Math.pow(2,e/this.options.pixelsPerScale),this._emittedStart?M.Changed:M.Began)}_handleEnd(t,e){if(this._drag&&this._isSamePointer(t,this._drag.pointerId)){let{active:n,startCenter:o}=this._drag;if(this._drag=null,this._tapStart=null,this._lastTap=null,!n)return this._emittedStart=!1,M.Failed;let r=o.y-t.center.y;return t.scale=Math.pow(2,r/this.options.pixelsPerScale),e?M.Cancelled:M.Ended}return!this._tapStart||!this._isSamePointer(t,this._tapStart.pointerId)?(e&&this.reset(),M.Failed):(this._isValidTap(t)?this._lastTap={center:t.center,timeStamp:t.timeStamp,pointerId:this._tapStart.pointerId}:this._lastTap=null,this._tapStart=null,M.Failed)}_isTapMatch(t,e){return t.timeStamp-e.timeStamp<=this.options.interval&&Ve(t.center,e.center)<=this.options.threshold}_isValidTap(t){return t.deltaTime<=this.options.time&&t.distance<=this.options.threshold}_getPointerId(t){return"pointerId"in t.srcEvent?t.srcEvent.pointerId:null}_isSamePointer(t,e){return e===null||this._getPointerId(t)===e}};var Pe=class extends St{constructor(t={}){super({enable:!0,event:"tap",pointers:1,taps:1,interval:300,time:250,threshold:9,posThreshold:10,...t}),this.pTime=null,this.pCenter=null,this._timer=null,this._input=null,this.count=0}getTouchAction(){return[xe]}process(t){let{options:e}=this,n=t.pointers.length===e.pointers,o=t.distance<e.threshold,r=t.deltaTime<e.time;if(this.reset(),t.eventType&O.Start&&this.count===0)return this.failTimeout();if(o&&r&&n){if(t.eventType!==O.End)return this.failTimeout();let s=this.pTime?t.timeStamp-this.pTime<e.interval:!0,a=!this.pCenter||Ve(this.pCenter,t.center)<e.posThreshold;if(this.pTime=t.timeStamp,this.pCenter=t.center,!a||!s?this.count=1:this.count+=1,this._input=t,this.count%e.taps===0)return this.hasRequireFailures()?(this._timer=setTimeout(()=>{this.state=M.Recognized,this.tryEmit(this._input)},e.interval),M.Began):M.Recognized}return M.Failed}failTimeout(){return this._timer=setTimeout(()=>{this.state=M.Failed},this.options.interval),M.Failed}reset(){clearTimeout(this._timer)}emit(t){this.state===M.Recognized&&(t.tapCount=this.count,this.manager.emit(this.options.event,t))}};var Ye=class extends _e{constructor(){super(...arguments),this.wheelSession=null,this.wheelSessionUnsubscribe=null,this.handleWheelSessionEvent=t=>{t.device==="trackpad"&&this.handleTrackpadEvent(t)}}set(t){let{wheelSession:e,...n}=t;return e&&e!==this.wheelSession&&(this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=null,this.wheelSession=e),super.set(n),this.updateWheelSessionSubscription(),this}getTrackpadInput(t,e={}){let{srcEvent:n}=t,o=e.deltaX??t.deltaX,r=e.deltaY??t.deltaY,s=We(o,r),a=Math.sqrt(t.deltaX*t.deltaX+t.deltaY*t.deltaY),c=n;return{pointers:[c,c],changedPointers:[c,c],pointerType:"trackpad",srcEvent:c,eventType:t.eventType,timeStamp:t.timeStamp,deltaTime:t.deltaTime,center:t.center,deltaX:o,deltaY:r,angle:Math.atan2(r,o)*180/Math.PI,distance:Math.sqrt(o*o+r*r),distancePerPointer:[a,a],movementDeltaTime:t.deltaTime,scale:1,rotation:0,direction:s,offsetDirection:s,velocity:t.velocity,velocityX:t.velocityX,velocityY:t.velocityY,overallVelocity:t.overallVelocity,overallVelocityX:t.overallVelocityX,overallVelocityY:t.overallVelocityY,maxPointers:2,target:n.target||this.manager.element,additionalEvent:"",...e}}updateWheelSessionSubscription(){let t=!!(this.wheelSession&&this.options.enable&&this.options.trackpad&&this.options.pointers===2);t&&!this.wheelSessionUnsubscribe?this.wheelSessionUnsubscribe=this.wheelSession.on(this.handleWheelSessionEvent):!t&&this.wheelSessionUnsubscribe&&(this.wheelSessionUnsubscribe(),this.wheelSessionUnsubscribe=null)}};var qm=["","start","move","end","cancel","up","down","left","right"],ie=class extends Ye{constructor(t={}){super({enable:!0,pointers:1,event:"pan",threshold:10,direction:j.All,trackpad:!1,coherent:[],...t}),this.trackpadGesture=!1,this.pX=null,this.pY=null}getTouchAction(){let{options:{direction:t}}=this,e=[];return t&j.Horizontal&&e.push(Si),t&j.Vertical&&e.push(bi),e}getEventNames(){return qm.map(t=>this.options.event+t)}directionTest(t){let{options:e}=this,n=!0,{distance:o}=t,{direction:r}=t,s=t.deltaX,a=t.deltaY;return r&e.direction||(e.direction&j.Horizontal?(r=s===0?j.None:s<0?j.Left:j.Right,n=s!==this.pX,o=Math.abs(t.deltaX)):(r=a===0?j.None:a<0?j.Up:j.Down,n=a!==this.pY,o=Math.abs(t.deltaY))),t.direction=r,n&&o>e.threshold&&!!(r&e.direction)}attrTest(t){let e=!!(this.state&M.Began),n=!(this.options.coherent?.length&&t.eventType&(O.End|O.Cancel));return super.attrTest(t)&&(e||n&&this.coherentTest(t)&&this.directionTest(t))}emit(t){this.pX=t.deltaX,this.pY=t.deltaY;let e=j[t.direction].toLowerCase();e&&(t.additionalEvent=this.options.event+e),super.emit(t)}handleTrackpadEvent(t){t.isFirst&&(this.trackpadGesture=!t.srcEvent.ctrlKey,!this.trackpadGesture&&this.state&(M.Recognized|M.Cancelled|M.Failed)&&(this.state=M.Possible)),this.trackpadGesture&&(this.recognize(this.getTrackpadInput(t,{deltaX:-t.deltaX,deltaY:-t.deltaY,velocity:-t.velocity,velocityX:-t.velocityX,velocityY:-t.velocityY,overallVelocity:-t.overallVelocity,overallVelocityX:-t.overallVelocityX,overallVelocityY:-t.overallVelocityY})),t.isFinal&&(this.trackpadGesture=!1))}};var Xm=["","start","move","end","cancel","in","out"],$e=class extends Ye{constructor(t={}){super({enable:!0,event:"pinch",threshold:0,pointers:2,trackpad:!1,coherent:[],...t}),this.trackpadGesture=!1}getTouchAction(){return[ve]}getEventNames(){return Xm.map(t=>this.options.event+t)}attrTest(t){let e=!!this.options.coherent?.length,n=!!(this.state&M.Began),o=!(e&&t.eventType&(O.End|O.Cancel));return super.attrTest(t)&&(n||o&&(e?this.coherentTest(t):Math.abs(t.scale-1)>this.options.threshold))}emit(t){if(t.scale!==1){let e=t.scale<1?"in":"out";t.additionalEvent=this.options.event+e}super.emit(t)}handleTrackpadEvent(t){t.isFirst&&(this.trackpadGesture=t.srcEvent.ctrlKey,!this.trackpadGesture&&this.state&(M.Recognized|M.Cancelled|M.Failed)&&(this.state=M.Possible)),this.trackpadGesture&&(this.recognize(this.getTrackpadInput(t,{deltaX:0,deltaY:0,velocity:0,velocityX:0,velocityY:0,overallVelocity:0,overallVelocityX:0,overallVelocityY:0,scale:Math.exp(-t.deltaY/100)})),t.isFinal&&(this.trackpadGesture=!1))}};var zt=class{constructor(t,e,n){this.element=t,this.callback=e,this.options=n}listen(t,e){e?this.element.addEventListener(t,this.handleEvent,{passive:!1}):this.element.removeEventListener(t,this.handleEvent)}};var xl=typeof navigator<"u"&&navigator.userAgent?navigator.userAgent.toLowerCase():"";var ty=xl.indexOf("firefox")!==-1,ey=40,iy=.25,Mo=class extends zt{constructor(t,e,n){n.enable=n.enable??!1,super(t,e,n),this.handleEvent=o=>{if(!this.options.enable)return;let r=o.deltaY;globalThis.WheelEvent&&(ty&&o.deltaMode===globalThis.WheelEvent.DOM_DELTA_PIXEL&&(r/=globalThis.devicePixelRatio),o.deltaMode===globalThis.WheelEvent.DOM_DELTA_LINE&&(r*=ey)),o.shiftKey&&r&&(r=r*iy),this.callback({type:"wheel",center:{x:o.clientX,y:o.clientY},delta:-r,device:this.options.wheelSession?.device??"unknown",srcEvent:o,pointerType:"mouse",target:o.target})},n.enable&&(this.wheelSessionUnsubscribe=this.options.wheelSession?.on(()=>{}),this.listen("wheel",!0))}destroy(){this.listen("wheel",!1),this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=void 0}enableEventType(t,e){t==="wheel"&&this.options.enable!==e&&(this.options.enable=e,e&&!this.wheelSessionUnsubscribe&&(this.wheelSessionUnsubscribe=this.options.wheelSession?.on(()=>{})),this.listen("wheel",e),e||(this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=void 0))}};var ny=4.000244140625,vl=40,oy=0,ry=1,sy=40,_l=40,ay=120,cy={classificationDelay:32,endDelay:80},To=class{constructor(t,e={}){this.subscriptions=new Map,this.session=null,this.classificationTimer=null,this.endTimer=null,this.pressedControlKeys=new Set,this.listeningForControlKeys=!1,this.handleEvent=n=>{if(!this.hasSubscribers)return"unknown";let o=fy(n,this.pressedControlKeys.size>0),r=this.session;if(r&&o.timeStamp-r.lastTimeStamp>=this.options.endDelay){if(this.end(),!this.hasSubscribers)return"unknown";r=null}r?(this.scheduleEnd(),this.addSample(r,o)):(r=this.startPendingSession(o),this.scheduleEnd());let{device:s}=r;return s==="unknown"&&(s=As(r.samples,!1),s!=="unknown"&&this.begin(r,s)),s},this.finishClassification=()=>{if(this.classificationTimer=null,!this.session||this.session.device!=="unknown")return;let n=this.session,o=As(n.samples,!0);this.begin(n,o==="unknown"?"mouse":o)},this.end=()=>{if(!this.session)return;if(this.session.device==="unknown"){let o=this.session,r=As(o.samples,!0);this.begin(o,r==="unknown"?"mouse":r)}if(!this.session)return;let n=this.session;this.emit(O.End,n.lastEvent),this.reset()},this.handleKeyDown=n=>{n.key==="Control"&&this.pressedControlKeys.add(n.code||n.key)},this.handleKeyUp=n=>{n.key==="Control"&&(n.code?this.pressedControlKeys.delete(n.code):this.pressedControlKeys.clear())},this.handleWindowBlur=()=>{this.pressedControlKeys.clear()},this.element=t,this.options={...cy,...e},this.element?.addEventListener("wheel",this.handleEvent,{passive:!0})}get hasSubscribers(){return this.subscriptions.size>0}get device(){return this.session?.device??"unknown"}on(t){let e={listener:t};return this.subscriptions.set(t,e),this.updateControlKeyEventListeners(),()=>{this.subscriptions.get(t)===e&&this.off(t)}}off(t){this.subscriptions.delete(t),this.updateControlKeyEventListeners(),this.hasSubscribers||this.reset()}cancel(){let t=this.session;t&&t.device!=="unknown"&&this.emit(O.Cancel,t.lastEvent),this.reset()}destroy(){this.cancel(),this.subscriptions.clear(),this.updateControlKeyEventListeners(),this.element?.removeEventListener("wheel",this.handleEvent)}startPendingSession(t){let e={samples:[t],device:"unknown",firstTimeStamp:t.timeStamp,lastTimeStamp:t.timeStamp,totalDeltaX:t.deltaX,totalDeltaY:t.deltaY,velocityX:0,velocityY:0,lastEvent:t.event};return this.session=e,this.classificationTimer=globalThis.setTimeout(this.finishClassification,this.options.classificationDelay),e}addSample(t,e){if(t.samples.push(e),t.lastTimeStamp=e.timeStamp,t.lastEvent=e.event,t.totalDeltaX+=e.deltaX,t.totalDeltaY+=e.deltaY,t.device!=="unknown"){let n=t.samples[t.samples.length-2],o=e.timeStamp-n.timeStamp;t.velocityX=o>0?e.deltaX/o:0,t.velocityY=o>0?e.deltaY/o:0,this.emit(O.Move,e.event,{velocityX:t.velocityX,velocityY:t.velocityY})}}begin(t,e){t.device=e,this.clearClassificationTimer(),this.emit(O.Start,t.samples[0].event);let n=t.lastTimeStamp-t.firstTimeStamp;t.velocityX=n>0?t.totalDeltaX/n:0,t.velocityY=n>0?t.totalDeltaY/n:0,this.emit(O.Move,t.lastEvent,{velocityX:t.velocityX,velocityY:t.velocityY})}scheduleEnd(){this.clearEndTimer(),this.endTimer=globalThis.setTimeout(this.end,this.options.endDelay)}emit(t,e,n){let o=this.session;if(!o||o.device==="unknown")return;let r=t===O.Start,s=t===O.End||t===O.Cancel,a=r?o.firstTimeStamp:o.lastTimeStamp,c=r?0:Math.max(0,a-o.firstTimeStamp),l=r?0:o.totalDeltaX,f=r?0:o.totalDeltaY,h=c>0?l/c:0,u=c>0?f/c:0,d=r?0:n?.velocityX??o.velocityX,p=r?0:n?.velocityY??o.velocityY,g={eventType:t,device:o.device,srcEvent:e,timeStamp:a,center:{x:e.clientX,y:e.clientY},deltaX:l,deltaY:f,deltaTime:c,velocity:Math.abs(d)>Math.abs(p)?d:p,velocityX:d,velocityY:p,overallVelocity:Math.abs(h)>Math.abs(u)?h:u,overallVelocityX:h,overallVelocityY:u,isFirst:r,isFinal:s};for(let{listener:m}of[...this.subscriptions.values()])m(g)}reset(){this.clearClassificationTimer(),this.clearEndTimer(),this.session=null}clearClassificationTimer(){this.classificationTimer!==null&&(globalThis.clearTimeout(this.classificationTimer),this.classificationTimer=null)}clearEndTimer(){this.endTimer!==null&&(globalThis.clearTimeout(this.endTimer),this.endTimer=null)}updateControlKeyEventListeners(){let t=this.hasSubscribers,e=ly();!e||t===this.listeningForControlKeys||(this.listeningForControlKeys=t,t?(e.addEventListener("keydown",this.handleKeyDown,!0),e.addEventListener("keyup",this.handleKeyUp,!0),e.addEventListener("blur",this.handleWindowBlur)):(e.removeEventListener("keydown",this.handleKeyDown,!0),e.removeEventListener("keyup",this.handleKeyUp,!0),e.removeEventListener("blur",this.handleWindowBlur),this.pressedControlKeys.clear()))}};function ly(){return typeof window<"u"?window:globalThis.document?.defaultView}function fy(i,t){let e=i.deltaX,n=i.deltaY;return i.deltaMode===ry&&(e*=vl,n*=vl),{event:i,timeStamp:i.timeStamp,deltaX:e,deltaY:n,isControlKeyDown:t}}function As(i,t){return i.some(({event:e,isControlKeyDown:n})=>e.ctrlKey&&!n)?"trackpad":i.some(({event:e})=>e.deltaMode!==oy)||i.some(hy)||i.every(({event:e})=>{let n=e.wheelDelta;return n!==void 0&&Math.abs(n)%40===0})?"mouse":i.some(({deltaX:e})=>e!==0)||i.length>1&&uy(i)?"trackpad":t?"mouse":"unknown"}function hy({event:i,deltaX:t,deltaY:e}){if(t!==0||e===0)return!1;let n=Math.abs(e/ny);if(Number.isInteger(n))return!0;let o=i.wheelDelta;return typeof o=="number"&&o!==0&&o%ay===0}function uy(i){for(let t=0;t<i.length;t++){let e=i[t];if(Math.abs(e.deltaX)>_l||Math.abs(e.deltaY)>_l||t>0&&e.timeStamp-i[t-1].timeStamp>sy)return!1}return!0}var Pl=["mousedown","mousemove","mouseup","mouseover","mouseout","mouseenter","mouseleave"],Lo=class extends zt{constructor(t,e,n){super(t,e,{enable:!0,...n}),this.handleEvent=r=>{this.handleOverEvent(r),this.handleOutEvent(r),this.handleEnterEvent(r),this.handleLeaveEvent(r),this.handleMoveEvent(r)},this.pressed=!1;let{enable:o=!1}=this.options;this.enableMoveEvent=o,this.enableLeaveEvent=o,this.enableEnterEvent=o,this.enableOutEvent=o,this.enableOverEvent=o,o&&Pl.forEach(r=>this.listen(r,!0))}destroy(){Pl.forEach(t=>this.listen(t,!1))}enableEventType(t,e){switch(t){case"pointermove":this.enableMoveEvent!==e&&(this.enableMoveEvent=e,this.listen("mousedown",e),this.listen("mousemove",e),this.listen("mouseup",e));break;case"pointerover":this.enableOverEvent!==e&&(this.enableOverEvent=e,this.listen("mouseover",e));break;case"pointerout":this.enableOutEvent!==e&&(this.enableOutEvent=e,this.listen("mouseout",e));break;case"pointerenter":this.enableEnterEvent!==e&&(this.enableEnterEvent=e,this.listen("mouseenter",e));break;case"pointerleave":this.enableLeaveEvent!==e&&(this.enableLeaveEvent=e,this.listen("mouseleave",e));break;default:}}handleOverEvent(t){this.enableOverEvent&&t.type==="mouseover"&&this._emit("pointerover",t)}handleOutEvent(t){this.enableOutEvent&&t.type==="mouseout"&&this._emit("pointerout",t)}handleEnterEvent(t){this.enableEnterEvent&&t.type==="mouseenter"&&this._emit("pointerenter",t)}handleLeaveEvent(t){this.enableLeaveEvent&&t.type==="mouseleave"&&this._emit("pointerleave",t)}handleMoveEvent(t){if(this.enableMoveEvent)switch(t.type){case"mousedown":t.button>=0&&(this.pressed=!0);break;case"mousemove":t.buttons===0&&(this.pressed=!1),this.pressed||this._emit("pointermove",t);break;case"mouseup":this.pressed=!1;break;default:}}_emit(t,e){this.callback({type:t,center:{x:e.clientX,y:e.clientY},srcEvent:e,pointerType:"mouse",target:e.target})}};var wl=["keydown","keyup"],Ao=class extends zt{constructor(t,e,n){super(t,e,{enable:!0,tabIndex:0,...n}),this.handleEvent=r=>{let s=r.target||r.srcElement;s.tagName==="INPUT"&&s.type==="text"||s.tagName==="TEXTAREA"||(this.enableDownEvent&&r.type==="keydown"&&this.callback({type:"keydown",srcEvent:r,key:r.key,target:r.target}),this.enableUpEvent&&r.type==="keyup"&&this.callback({type:"keyup",srcEvent:r,key:r.key,target:r.target}))};let{enable:o=!1}=this.options;this.enableDownEvent=o,this.enableUpEvent=o,t.tabIndex=this.options.tabIndex,t.style.outline="none",o&&wl.forEach(r=>this.listen(r,!0))}destroy(){wl.forEach(t=>this.listen(t,!1))}enableEventType(t,e){t==="keydown"&&this.enableDownEvent!==e&&(this.enableDownEvent=e,this.listen(t,e)),t==="keyup"&&this.enableUpEvent!==e&&(this.enableUpEvent=e,this.listen(t,e))}};var Io=class extends zt{constructor(t,e,n){n.enable=n.enable??!1,super(t,e,n),this.handleEvent=o=>{this.options.enable&&this.callback({type:"contextmenu",center:{x:o.clientX,y:o.clientY},srcEvent:o,pointerType:"mouse",target:o.target})},n.enable&&this.listen("contextmenu",!0)}destroy(){this.listen("contextmenu",!1)}enableEventType(t,e){t==="contextmenu"&&this.options.enable!==e&&(this.options.enable=e,this.listen("contextmenu",e))}};var dy={pointerdown:1,pointermove:2,pointerup:4,mousedown:1,mousemove:2,mouseup:4},py=0,gy=1,my=2,yy=1,xy=2,vy=4;function bl(i){let t=dy[i.srcEvent.type];if(!t)return null;let{buttons:e,button:n}=i.srcEvent,o=!1,r=!1,s=!1;return t===2?(o=!!(e&yy),r=!!(e&vy),s=!!(e&xy)):(o=n===py,r=n===gy,s=n===my),{leftButton:o,middleButton:r,rightButton:s}}function Sl(i,t){let e=i.center;if(!e)return null;let n=t.getBoundingClientRect(),o=n.width/t.offsetWidth||1,r=n.height/t.offsetHeight||1,s={x:(e.x-n.left-t.clientLeft)/o,y:(e.y-n.top-t.clientTop)/r};return{center:e,offsetCenter:s}}var _y={srcElement:"root",priority:0},Oo=class{constructor(t,e){this.handleEvent=n=>{if(this.isEmpty())return;let o=this._normalizeEvent(n),r=n.srcEvent.target;for(;r&&r!==o.rootElement;){if(this._emit(o,r),o.handled)return;r=r.parentNode}this._emit(o,"root")},this.eventManager=t,this.recognizerName=e,this.handlers=[],this.handlersByElement=new Map,this._active=!1}isEmpty(){return!this._active}add(t,e,n,o=!1,r=!1){let{handlers:s,handlersByElement:a}=this,c={..._y,...n},l=a.get(c.srcElement);l||(l=[],a.set(c.srcElement,l));let f={type:t,handler:e,srcElement:c.srcElement,priority:c.priority};o&&(f.once=!0),r&&(f.passive=!0),s.push(f),this._active=this._active||!f.passive;let h=l.length-1;for(;h>=0&&!(l[h].priority>=f.priority);)h--;l.splice(h+1,0,f)}remove(t,e){let{handlers:n,handlersByElement:o}=this;for(let r=n.length-1;r>=0;r--){let s=n[r];if(s.type===t&&s.handler===e){n.splice(r,1);let a=o.get(s.srcElement);a.splice(a.indexOf(s),1),a.length===0&&o.delete(s.srcElement)}}this._active=n.some(r=>!r.passive)}_emit(t,e){let n=this.handlersByElement.get(e);if(n){let o=!1,r=()=>{t.handled=!0},s=()=>{t.handled=!0,o=!0},a=[];for(let c=0;c<n.length;c++){let{type:l,handler:f,once:h}=n[c];if(f({...t,type:l,stopPropagation:r,stopImmediatePropagation:s}),h&&a.push(n[c]),o)break}for(let c=0;c<a.length;c++){let{type:l,handler:f}=a[c];this.remove(l,f)}}}_normalizeEvent(t){let e=this.eventManager.getElement();return{...t,...bl(t),...Sl(t,e),preventDefault:()=>{t.srcEvent.preventDefault()},stopImmediatePropagation:null,stopPropagation:null,handled:!1,rootElement:e}}};function Py(i){if("recognizer"in i)return i;let t,e=Array.isArray(i)?[...i]:[i];if(typeof e[0]=="function"){let n=e.shift(),o=e.shift()||{};t=new n(o)}else t=e.shift();return{recognizer:t,recognizeWith:typeof e[0]=="string"?[e[0]]:e[0],requireFailure:typeof e[1]=="string"?[e[1]]:e[1]}}var Ai=class{constructor(t=null,e={}){if(this._onBasicInput=n=>{this.manager.emit(n.srcEvent.type,n)},this._onOtherEvent=n=>{this.manager.emit(n.type,n)},this.options={recognizers:[],events:{},touchAction:"compute",tabIndex:0,cssProps:{},...e},this.events=new Map,this.element=t,this.wheelSession=new To(t),!!t){this.manager=new Li(t,this.options);for(let n of this.options.recognizers){let{recognizer:o,recognizeWith:r,requireFailure:s}=Py(n);this.manager.add(o),r&&o.recognizeWith(r),s&&o.requireFailure(s)}this.manager.on("hammer.input",this._onBasicInput),this.wheelInput=new Mo(t,this._onOtherEvent,{enable:!1,wheelSession:this.wheelSession}),this.moveInput=new Lo(t,this._onOtherEvent,{enable:!1}),this.keyInput=new Ao(t,this._onOtherEvent,{enable:!1,tabIndex:e.tabIndex}),this.contextmenuInput=new Io(t,this._onOtherEvent,{enable:!1}),this.on(this.options.events)}}getElement(){return this.element}destroy(){if(!this.element){this.wheelSession.destroy();return}this.wheelInput.destroy(),this.wheelSession.destroy(),this.moveInput.destroy(),this.keyInput.destroy(),this.contextmenuInput.destroy(),this.manager.destroy()}on(t,e,n){this._addEventHandler(t,e,n,!1)}once(t,e,n){this._addEventHandler(t,e,n,!0)}watch(t,e,n){this._addEventHandler(t,e,n,!1,!0)}off(t,e){this._removeEventHandler(t,e)}emit(t){this.manager?.emit(t.type,t)}_toggleRecognizer(t,e){let{manager:n}=this;if(!n)return;let o=n.get(t);o&&(o.set({enable:e,wheelSession:this.wheelSession}),n.touchAction.update()),this.wheelInput?.enableEventType(t,e),this.moveInput?.enableEventType(t,e),this.keyInput?.enableEventType(t,e),this.contextmenuInput?.enableEventType(t,e)}_addEventHandler(t,e,n,o,r){if(typeof t!="string"){n=e;for(let[l,f]of Object.entries(t))this._addEventHandler(l,f,n,o,r);return}let{manager:s,events:a}=this;if(!s)return;let c=a.get(t);if(!c){let l=this._getRecognizerName(t)||t;c=new Oo(this,l),a.set(t,c),s&&s.on(t,c.handleEvent)}c.add(t,e,n,o,r),c.isEmpty()||this._toggleRecognizer(c.recognizerName,!0)}_removeEventHandler(t,e){if(typeof t!="string"){for(let[r,s]of Object.entries(t))this._removeEventHandler(r,s);return}let{events:n}=this,o=n.get(t);if(o&&(o.remove(t,e),o.isEmpty())){let{recognizerName:r}=o,s=!1;for(let a of n.values())if(a.recognizerName===r&&!a.isEmpty()){s=!0;break}s||this._toggleRecognizer(r,!1)}}_getRecognizerName(t){return this.manager.recognizers.find(e=>e.getEventNames().includes(t))?.options.event}};var Is={DEFAULT:"default",LNGLAT:"lnglat",METER_OFFSETS:"meter-offsets",LNGLAT_OFFSETS:"lnglat-offsets",CARTESIAN:"cartesian"};Object.defineProperty(Is,"IDENTITY",{get:()=>(A.deprecated("COORDINATE_SYSTEM.IDENTITY","COORDINATE_SYSTEM.CARTESIAN")(),Is.CARTESIAN)});var q={WEB_MERCATOR:1,GLOBE:2,WEB_MERCATOR_AUTO_OFFSET:4,IDENTITY:0},Q={common:0,meters:1,pixels:2},He={click:"onClick",dblclick:"onClick",panstart:"onDragStart",panmove:"onDrag",panend:"onDragEnd"},Os={multipan:[ie,{threshold:10,pointers:2,trackpad:!0}],pinch:[$e,{trackpad:!0},null,["multipan"]],pan:[ie,{threshold:1},["pinch"],["multipan"]],dblclick:[Pe,{event:"dblclick",taps:2,enable:!1}],dblclickdrag:[Ge,{event:"dblclickdrag",enable:!1},["dblclick"],null],click:[Pe,{event:"click"},["dblclickdrag"],["dblclick","dblclickdrag"]]};var wy=`const SMOOTH_EDGE_RADIUS: f32 = 0.5;

struct VertexGeometry {
  position: vec4<f32>,
  worldPosition: vec3<f32>,
  worldPositionAlt: vec3<f32>,
  normal: vec3<f32>,
  uv: vec2<f32>,
  pickingColor: vec3<f32>,
};

var<private> geometry_: VertexGeometry = VertexGeometry(
  vec4<f32>(0.0, 0.0, 1.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0),
  vec2<f32>(0.0, 0.0),
  vec3<f32>(0.0, 0.0, 0.0)
);

struct FragmentGeometry {
  uv: vec2<f32>,
};

var<private> fragmentGeometry: FragmentGeometry;

fn smoothedge(edge: f32, x: f32) -> f32 {
  return smoothstep(edge - SMOOTH_EDGE_RADIUS, edge + SMOOTH_EDGE_RADIUS, x);
}
`,El="#define SMOOTH_EDGE_RADIUS 0.5",by=`${El}

struct VertexGeometry {
  vec4 position;
  vec3 worldPosition;
  vec3 worldPositionAlt;
  vec3 normal;
  vec2 uv;
  vec3 pickingColor;
} geometry = VertexGeometry(
  vec4(0.0, 0.0, 1.0, 0.0),
  vec3(0.0),
  vec3(0.0),
  vec3(0.0),
  vec2(0.0),
  vec3(0.0)
);
`,Sy=`${El}

struct FragmentGeometry {
  vec2 uv;
};
FragmentGeometry geometry;

float smoothedge(float edge, float x) {
  return smoothstep(edge - SMOOTH_EDGE_RADIUS, edge + SMOOTH_EDGE_RADIUS, x);
}
`,Ro={name:"geometry",source:wy,vs:by,fs:Sy};function Ey(i,t){if(i===t)return!0;if(Array.isArray(i)){let e=i.length;if(!t||t.length!==e)return!1;for(let n=0;n<e;n++)if(i[n]!==t[n])return!1;return!0}return!1}function Dt(i){let t={},e;return n=>{for(let o in n)if(!Ey(n[o],t[o])){e=i(n),t=n;break}return e}}var Cl=[0,0,0,0],Cy=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,0],Ml=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],My=[0,0,0],Tl=[0,0,0],Ty={default:-1,cartesian:0,lnglat:1,"meter-offsets":2,"lnglat-offsets":3};function we(i){let t=Ty[i];if(t===void 0)throw new Error(`Invalid coordinateSystem: ${i}`);return t}var Ly=Dt(Iy);function Rs(i,t,e=Tl){e.length<3&&(e=[e[0],e[1],0]);let n=e,o,r=!0;switch(t==="lnglat-offsets"||t==="meter-offsets"?o=e:o=i.isGeospatial?[Math.fround(i.longitude),Math.fround(i.latitude),0]:null,i.projectionMode){case q.WEB_MERCATOR:(t==="lnglat"||t==="cartesian")&&(o=[0,0,0],r=!1);break;case q.WEB_MERCATOR_AUTO_OFFSET:t==="lnglat"?n=o:t==="cartesian"&&(n=[Math.fround(i.center[0]),Math.fround(i.center[1]),0],o=i.unprojectPosition(n),n[0]-=e[0],n[1]-=e[1],n[2]-=e[2]);break;case q.IDENTITY:n=i.position.map(Math.fround),n[2]=n[2]||0;break;case q.GLOBE:r=!1,o=null;break;default:r=!1}return{geospatialOrigin:o,shaderCoordinateOrigin:n,offsetMode:r}}function Ay(i,t,e){let{viewMatrixUncentered:n,projectionMatrix:o}=i,{viewMatrix:r,viewProjectionMatrix:s}=i,a=Cl,c=Cl,l=i.cameraPosition,{geospatialOrigin:f,shaderCoordinateOrigin:h,offsetMode:u}=Rs(i,t,e);return u&&(c=i.projectPosition(f||h),l=[l[0]-c[0],l[1]-c[1],l[2]-c[2]],c[3]=1,a=kt.transformMat4([],c,s),r=n||r,s=H.multiply([],o,r),s=H.multiply([],s,Cy)),{viewMatrix:r,viewProjectionMatrix:s,projectionCenter:a,originCommon:c,cameraPosCommon:l,shaderCoordinateOrigin:h,geospatialOrigin:f}}function Ll({viewport:i,devicePixelRatio:t=1,modelMatrix:e=null,coordinateSystem:n="default",coordinateOrigin:o=Tl,autoWrapLongitude:r=!1}){n==="default"&&(n=i.isGeospatial?"lnglat":"cartesian");let s=Ly({viewport:i,devicePixelRatio:t,coordinateSystem:n,coordinateOrigin:o});return s.wrapLongitude=r,s.modelMatrix=e||Ml,s}function Iy({viewport:i,devicePixelRatio:t,coordinateSystem:e,coordinateOrigin:n}){let{projectionCenter:o,viewProjectionMatrix:r,originCommon:s,cameraPosCommon:a,shaderCoordinateOrigin:c,geospatialOrigin:l}=Ay(i,e,n),f=i.getDistanceScales(),h=[i.width*t,i.height*t],u=kt.transformMat4([],[0,0,-i.focalDistance,1],i.projectionMatrix)[3]||1,d={coordinateSystem:we(e),projectionMode:i.projectionMode,coordinateOrigin:c,commonOrigin:s.slice(0,3),center:o,pseudoMeters:!!i._pseudoMeters,viewportSize:h,devicePixelRatio:t,focalDistance:u,commonUnitsPerMeter:f.unitsPerMeter,commonUnitsPerWorldUnit:f.unitsPerMeter,commonUnitsPerWorldUnit2:My,scale:i.scale,wrapLongitude:!1,viewProjectionMatrix:r,modelMatrix:Ml,cameraPosition:a};if(l){let p=i.getDistanceScales(l);switch(e){case"meter-offsets":d.commonUnitsPerWorldUnit=p.unitsPerMeter,d.commonUnitsPerWorldUnit2=p.unitsPerMeter2;break;case"lnglat":case"lnglat-offsets":i._pseudoMeters||(d.commonUnitsPerMeter=p.unitsPerMeter),d.commonUnitsPerWorldUnit=p.unitsPerDegree,d.commonUnitsPerWorldUnit2=p.unitsPerDegree2;break;case"cartesian":d.commonUnitsPerWorldUnit=[1,1,p.unitsPerMeter[2]],d.commonUnitsPerWorldUnit2=[0,0,p.unitsPerMeter2[2]];break;default:break}}if(i.projectionMode===q.GLOBE&&e==="meter-offsets"){let m=n[0]*Math.PI/180,v=n[1]*Math.PI/180,_=Math.cos(v),y=((n[2]||0)/6370972+1)*256;d.commonOrigin=[Math.sin(m)*_*y,-Math.cos(m)*_*y,Math.sin(v)*y]}return d}var Oy=["default","lnglat","meter-offsets","lnglat-offsets","cartesian"],Ry=Oy.map(i=>`const COORDINATE_SYSTEM_${i.toUpperCase().replaceAll("-","_")}: i32 = ${we(i)};`).join(""),ky=Object.keys(q).map(i=>`const PROJECTION_MODE_${i}: i32 = ${q[i]};`).join(""),zy=Object.keys(Q).map(i=>`const UNIT_${i.toUpperCase()}: i32 = ${Q[i]};`).join(""),Dy=`${Ry}
${ky}
${zy}

const TILE_SIZE: f32 = 512.0;
const PI: f32 = 3.1415926536;
const WORLD_SCALE: f32 = TILE_SIZE / (PI * 2.0);
const ZERO_64_LOW: vec3<f32> = vec3<f32>(0.0, 0.0, 0.0);
const EARTH_RADIUS: f32 = 6370972.0; // meters
const GLOBE_RADIUS: f32 = 256.0;

// -----------------------------------------------------------------------------
// Uniform block (converted from GLSL uniform block)
// -----------------------------------------------------------------------------
struct ProjectUniforms {
  wrapLongitude: i32,
  coordinateSystem: i32,
  commonUnitsPerMeter: vec3<f32>,
  projectionMode: i32,
  scale: f32,
  commonUnitsPerWorldUnit: vec3<f32>,
  commonUnitsPerWorldUnit2: vec3<f32>,
  center: vec4<f32>,
  modelMatrix: mat4x4<f32>,
  viewProjectionMatrix: mat4x4<f32>,
  viewportSize: vec2<f32>,
  devicePixelRatio: f32,
  focalDistance: f32,
  cameraPosition: vec3<f32>,
  coordinateOrigin: vec3<f32>,
  commonOrigin: vec3<f32>,
  pseudoMeters: i32,
};

@group(0) @binding(auto)
var<uniform> project: ProjectUniforms;

// -----------------------------------------------------------------------------
// Geometry data shared across the project helpers.
// The active layer shader is responsible for populating this private module
// state before calling the project functions below.
// -----------------------------------------------------------------------------

// Structure to carry additional geometry data used by deck.gl filters.
struct Geometry {
  worldPosition: vec3<f32>,
  worldPositionAlt: vec3<f32>,
  position: vec4<f32>,
  normal: vec3<f32>,
  uv: vec2<f32>,
  pickingColor: vec3<f32>,
};

var<private> geometry: Geometry;
`,Al=`${Dy}

// -----------------------------------------------------------------------------
// Functions
// -----------------------------------------------------------------------------

// Returns an adjustment factor for commonUnitsPerMeter
fn _project_size_at_latitude(lat: f32) -> f32 {
  let y = clamp(lat, -89.9, 89.9);
  return 1.0 / cos(radians(y));
}

// Overloaded version: scales a value in meters at a given latitude.
fn _project_size_at_latitude_m(meters: f32, lat: f32) -> f32 {
  return meters * project.commonUnitsPerMeter.z * _project_size_at_latitude(lat);
}

// Computes a non-linear scale factor based on geometry.
// (Note: This function relies on "geometry" being provided.)
fn project_size() -> f32 {
  if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR &&
      project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT &&
      project.pseudoMeters == 0) {
    if (geometry.position.w == 0.0) {
      return _project_size_at_latitude(geometry.worldPosition.y);
    }
    let y: f32 = geometry.position.y / TILE_SIZE * 2.0 - 1.0;
    let y2 = y * y;
    let y4 = y2 * y2;
    let y6 = y4 * y2;
    return 1.0 + 4.9348 * y2 + 4.0587 * y4 + 1.5642 * y6;
  }
  return 1.0;
}

// Overloads to scale offsets (meters to world units)
fn project_size_float(meters: f32) -> f32 {
  return meters * project.commonUnitsPerMeter.z * project_size();
}

fn project_size_vec2(meters: vec2<f32>) -> vec2<f32> {
  return meters * project.commonUnitsPerMeter.xy * project_size();
}

fn project_size_vec3(meters: vec3<f32>) -> vec3<f32> {
  return meters * project.commonUnitsPerMeter * project_size();
}

fn project_size_vec4(meters: vec4<f32>) -> vec4<f32> {
  return vec4<f32>(meters.xyz * project.commonUnitsPerMeter, meters.w);
}

// Returns a rotation matrix aligning the z\u2011axis with the given up vector.
fn project_get_orientation_matrix(up: vec3<f32>) -> mat3x3<f32> {
  let uz = normalize(up);
  let ux = select(
    vec3<f32>(1.0, 0.0, 0.0),
    normalize(vec3<f32>(uz.y, -uz.x, 0.0)),
    abs(uz.z) == 1.0
  );
  let uy = cross(uz, ux);
  return mat3x3<f32>(ux, uy, uz);
}

// Since WGSL does not support "out" parameters, we return a struct.
struct RotationResult {
  needsRotation: bool,
  transform: mat3x3<f32>,
};

fn project_needs_rotation(commonPosition: vec3<f32>) -> RotationResult {
  if (project.projectionMode == PROJECTION_MODE_GLOBE) {
    return RotationResult(true, project_get_orientation_matrix(commonPosition));
  } else {
    return RotationResult(false, mat3x3<f32>());  // identity alternative if needed
  };
}

// Projects a normal vector from the current coordinate system to world space.
fn project_normal(vector: vec3<f32>) -> vec3<f32> {
  let normal_modelspace = project.modelMatrix * vec4<f32>(vector, 0.0);
  var n = normalize(normal_modelspace.xyz * project.commonUnitsPerMeter);
  let rotResult = project_needs_rotation(geometry.position.xyz);
  if (rotResult.needsRotation) {
    n = rotResult.transform * n;
  }
  return n;
}

// Applies a scale offset based on y-offset (dy)
fn project_offset_(offset: vec4<f32>) -> vec4<f32> {
  let dy: f32 = offset.y;
  let commonUnitsPerWorldUnit = project.commonUnitsPerWorldUnit + project.commonUnitsPerWorldUnit2 * dy;
  return vec4<f32>(offset.xyz * commonUnitsPerWorldUnit, offset.w);
}

// Projects lng/lat coordinates to a unit tile [0,1]
fn project_mercator_(lnglat: vec2<f32>) -> vec2<f32> {
  var x = lnglat.x;
  if (project.wrapLongitude != 0) {
    x = ((x + 180.0) % 360.0) - 180.0;
  }
  let y = clamp(lnglat.y, -89.9, 89.9);
  return vec2<f32>(
    radians(x) + PI,
    PI + log(tan_fp32(PI * 0.25 + radians(y) * 0.5))
  ) * WORLD_SCALE;
}

// Projects lng/lat/z coordinates for a globe projection.
fn project_globe_(lnglatz: vec3<f32>) -> vec3<f32> {
  let lambda = radians(lnglatz.x);
  let phi = radians(lnglatz.y);
  let cosPhi = cos(phi);
  let D = (lnglatz.z / EARTH_RADIUS + 1.0) * GLOBE_RADIUS;
  return vec3<f32>(
    sin(lambda) * cosPhi,
    -cos(lambda) * cosPhi,
    sin(phi)
  ) * D;
}

// Projects positions (with an optional 64-bit low part) from the input
// coordinate system to the common space.
fn project_position_vec4_f64(position: vec4<f32>, position64Low: vec3<f32>) -> vec4<f32> {
  var position_world = project.modelMatrix * position;

  // Work around for a Mac+NVIDIA bug:
  if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR) {
    if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
      return vec4<f32>(
        project_mercator_(position_world.xy),
        _project_size_at_latitude_m(position_world.z, position_world.y),
        position_world.w
      );
    }
    if (project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN) {
      position_world = vec4f(position_world.xyz + project.coordinateOrigin, position_world.w);
    }
  }
  if (project.projectionMode == PROJECTION_MODE_GLOBE) {
    if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
      return vec4<f32>(
        project_globe_(position_world.xyz),
        position_world.w
      );
    }
    if (project.coordinateSystem == COORDINATE_SYSTEM_METER_OFFSETS) {
      let enuMatrix = project_get_orientation_matrix(project.commonOrigin);
      let metersToCommon = GLOBE_RADIUS / EARTH_RADIUS;
      let offsetCommon = (enuMatrix * vec3<f32>(-position_world.x, -position_world.y, position_world.z)) * metersToCommon;
      return vec4<f32>(project.commonOrigin + offsetCommon, position_world.w);
    }
  }
  if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET) {
    if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
      if (abs(position_world.y - project.coordinateOrigin.y) > 0.25) {
        return vec4<f32>(
          project_mercator_(position_world.xy) - project.commonOrigin.xy,
          project_size_float(position_world.z),
          position_world.w
        );
      }
    }
  }
  if (project.projectionMode == PROJECTION_MODE_IDENTITY ||
      (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET &&
       (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
        project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN))) {
    position_world = vec4f(position_world.xyz - project.coordinateOrigin, position_world.w);
  }

  return project_offset_(position_world) +
         project_offset_(project.modelMatrix * vec4<f32>(position64Low, 0.0));
}

// Overloaded versions for different input types.
fn project_position_vec4_f32(position: vec4<f32>) -> vec4<f32> {
  return project_position_vec4_f64(position, ZERO_64_LOW);
}

fn project_position_vec3_f64(position: vec3<f32>, position64Low: vec3<f32>) -> vec3<f32> {
  let projected_position = project_position_vec4_f64(vec4<f32>(position, 1.0), position64Low);
  return projected_position.xyz;
}

fn project_position_vec3_f32(position: vec3<f32>) -> vec3<f32> {
  let projected_position = project_position_vec4_f64(vec4<f32>(position, 1.0), ZERO_64_LOW);
  return projected_position.xyz;
}

fn project_position_vec2_f32(position: vec2<f32>) -> vec2<f32> {
  let projected_position = project_position_vec4_f64(vec4<f32>(position, 0.0, 1.0), ZERO_64_LOW);
  return projected_position.xy;
}

// Transforms a common space position to clip space.
fn project_common_position_to_clipspace_with_projection(position: vec4<f32>, viewProjectionMatrix: mat4x4<f32>, center: vec4<f32>) -> vec4<f32> {
  var clipPosition = viewProjectionMatrix * position + center;
  // deck.gl projection matrices use WebGL's [-w, w] depth range; WebGPU clips z to [0, w].
  clipPosition.z = (clipPosition.z + clipPosition.w) * 0.5;
  return clipPosition;
}

// Uses the project viewProjectionMatrix and center.
fn project_common_position_to_clipspace(position: vec4<f32>) -> vec4<f32> {
  return project_common_position_to_clipspace_with_projection(position, project.viewProjectionMatrix, project.center);
}

// Returns a clip space offset corresponding to a given number of screen pixels.
fn project_pixel_size_to_clipspace(pixels: vec2<f32>) -> vec2<f32> {
  let offset = pixels / project.viewportSize * project.devicePixelRatio * 2.0;
  return offset * project.focalDistance;
}

fn project_meter_size_to_pixel(meters: f32) -> f32 {
  return project_size_float(meters) * project.scale;
}

fn project_unit_size_to_pixel(size: f32, unit: i32) -> f32 {
  if (unit == UNIT_METERS) {
    return project_meter_size_to_pixel(size);
  } else if (unit == UNIT_COMMON) {
    return size * project.scale;
  }
  // UNIT_PIXELS: no scaling applied.
  return size;
}

fn project_pixel_size_float(pixels: f32) -> f32 {
  return pixels / project.scale;
}

fn project_pixel_size_vec2(pixels: vec2<f32>) -> vec2<f32> {
  return pixels / project.scale;
}
`;var By=["default","lnglat","meter-offsets","lnglat-offsets","cartesian"],Ny=By.map(i=>`const int COORDINATE_SYSTEM_${i.toUpperCase().replaceAll("-","_")} = ${we(i)};`).join(""),jy=Object.keys(q).map(i=>`const int PROJECTION_MODE_${i} = ${q[i]};`).join(""),Fy=Object.keys(Q).map(i=>`const int UNIT_${i.toUpperCase()} = ${Q[i]};`).join(""),Il=`${Ny}
${jy}
${Fy}
layout(std140) uniform projectUniforms {
bool wrapLongitude;
int coordinateSystem;
vec3 commonUnitsPerMeter;
int projectionMode;
float scale;
vec3 commonUnitsPerWorldUnit;
vec3 commonUnitsPerWorldUnit2;
vec4 center;
mat4 modelMatrix;
mat4 viewProjectionMatrix;
vec2 viewportSize;
float devicePixelRatio;
float focalDistance;
vec3 cameraPosition;
vec3 coordinateOrigin;
vec3 commonOrigin;
bool pseudoMeters;
} project;
const float TILE_SIZE = 512.0;
const float PI = 3.1415926536;
const float WORLD_SCALE = TILE_SIZE / (PI * 2.0);
const vec3 ZERO_64_LOW = vec3(0.0);
const float EARTH_RADIUS = 6370972.0;
const float GLOBE_RADIUS = 256.0;
float project_size_at_latitude(float lat) {
float y = clamp(lat, -89.9, 89.9);
return 1.0 / cos(radians(y));
}
float project_size() {
if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR &&
project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT &&
project.pseudoMeters == false) {
if (geometry.position.w == 0.0) {
return project_size_at_latitude(geometry.worldPosition.y);
}
float y = geometry.position.y / TILE_SIZE * 2.0 - 1.0;
float y2 = y * y;
float y4 = y2 * y2;
float y6 = y4 * y2;
return 1.0 + 4.9348 * y2 + 4.0587 * y4 + 1.5642 * y6;
}
return 1.0;
}
float project_size_at_latitude(float meters, float lat) {
return meters * project.commonUnitsPerMeter.z * project_size_at_latitude(lat);
}
float project_size(float meters) {
return meters * project.commonUnitsPerMeter.z * project_size();
}
vec2 project_size(vec2 meters) {
return meters * project.commonUnitsPerMeter.xy * project_size();
}
vec3 project_size(vec3 meters) {
return meters * project.commonUnitsPerMeter * project_size();
}
vec4 project_size(vec4 meters) {
return vec4(meters.xyz * project.commonUnitsPerMeter, meters.w);
}
mat3 project_get_orientation_matrix(vec3 up) {
vec3 uz = normalize(up);
vec3 ux = abs(uz.z) == 1.0 ? vec3(1.0, 0.0, 0.0) : normalize(vec3(uz.y, -uz.x, 0));
vec3 uy = cross(uz, ux);
return mat3(ux, uy, uz);
}
bool project_needs_rotation(vec3 commonPosition, out mat3 transform) {
if (project.projectionMode == PROJECTION_MODE_GLOBE) {
transform = project_get_orientation_matrix(commonPosition);
return true;
}
return false;
}
vec3 project_normal(vec3 vector) {
vec4 normal_modelspace = project.modelMatrix * vec4(vector, 0.0);
vec3 n = normalize(normal_modelspace.xyz * project.commonUnitsPerMeter);
mat3 rotation;
if (project_needs_rotation(geometry.position.xyz, rotation)) {
n = rotation * n;
}
return n;
}
vec4 project_offset_(vec4 offset) {
float dy = offset.y;
vec3 commonUnitsPerWorldUnit = project.commonUnitsPerWorldUnit + project.commonUnitsPerWorldUnit2 * dy;
return vec4(offset.xyz * commonUnitsPerWorldUnit, offset.w);
}
vec2 project_mercator_(vec2 lnglat) {
float x = lnglat.x;
if (project.wrapLongitude) {
x = mod(x + 180., 360.0) - 180.;
}
float y = clamp(lnglat.y, -89.9, 89.9);
return vec2(
radians(x) + PI,
PI + log(tan_fp32(PI * 0.25 + radians(y) * 0.5))
) * WORLD_SCALE;
}
vec3 project_globe_(vec3 lnglatz) {
float lambda = radians(lnglatz.x);
float phi = radians(lnglatz.y);
float cosPhi = cos(phi);
float D = (lnglatz.z / EARTH_RADIUS + 1.0) * GLOBE_RADIUS;
return vec3(
sin(lambda) * cosPhi,
-cos(lambda) * cosPhi,
sin(phi)
) * D;
}
vec4 project_position(vec4 position, vec3 position64Low) {
vec4 position_world = project.modelMatrix * position;
if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
return vec4(
project_mercator_(position_world.xy),
project_size_at_latitude(position_world.z, position_world.y),
position_world.w
);
}
if (project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN) {
position_world.xyz += project.coordinateOrigin;
}
}
if (project.projectionMode == PROJECTION_MODE_GLOBE) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
return vec4(
project_globe_(position_world.xyz),
position_world.w
);
}
if (project.coordinateSystem == COORDINATE_SYSTEM_METER_OFFSETS) {
mat3 enuMatrix = project_get_orientation_matrix(project.commonOrigin);
float metersToCommon = GLOBE_RADIUS / EARTH_RADIUS;
vec3 offsetCommon = (enuMatrix * vec3(-position_world.xy, position_world.z)) * metersToCommon;
return vec4(project.commonOrigin + offsetCommon, position_world.w);
}
}
if (project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT) {
if (abs(position_world.y - project.coordinateOrigin.y) > 0.25) {
return vec4(
project_mercator_(position_world.xy) - project.commonOrigin.xy,
project_size(position_world.z),
position_world.w
);
}
}
}
if (project.projectionMode == PROJECTION_MODE_IDENTITY ||
(project.projectionMode == PROJECTION_MODE_WEB_MERCATOR_AUTO_OFFSET &&
(project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
project.coordinateSystem == COORDINATE_SYSTEM_CARTESIAN))) {
position_world.xyz -= project.coordinateOrigin;
}
return project_offset_(position_world) + project_offset_(project.modelMatrix * vec4(position64Low, 0.0));
}
vec4 project_position(vec4 position) {
return project_position(position, ZERO_64_LOW);
}
vec3 project_position(vec3 position, vec3 position64Low) {
vec4 projected_position = project_position(vec4(position, 1.0), position64Low);
return projected_position.xyz;
}
vec3 project_position(vec3 position) {
vec4 projected_position = project_position(vec4(position, 1.0), ZERO_64_LOW);
return projected_position.xyz;
}
vec2 project_position(vec2 position) {
vec4 projected_position = project_position(vec4(position, 0.0, 1.0), ZERO_64_LOW);
return projected_position.xy;
}
vec4 project_common_position_to_clipspace(vec4 position, mat4 viewProjectionMatrix, vec4 center) {
return viewProjectionMatrix * position + center;
}
vec4 project_common_position_to_clipspace(vec4 position) {
return project_common_position_to_clipspace(position, project.viewProjectionMatrix, project.center);
}
vec2 project_pixel_size_to_clipspace(vec2 pixels) {
vec2 offset = pixels / project.viewportSize * project.devicePixelRatio * 2.0;
return offset * project.focalDistance;
}
float project_size_to_pixel(float meters) {
return project_size(meters) * project.scale;
}
vec2 project_size_to_pixel(vec2 meters) {
return project_size(meters) * project.scale;
}
float project_size_to_pixel(float size, int unit) {
if (unit == UNIT_METERS) return project_size_to_pixel(size);
if (unit == UNIT_COMMON) return size * project.scale;
return size;
}
float project_pixel_size(float pixels) {
return pixels / project.scale;
}
vec2 project_pixel_size(vec2 pixels) {
return pixels / project.scale;
}
`;var Uy={};function Vy(i=Uy){return"viewport"in i?Ll(i):{}}var $t={name:"project",dependencies:[xc,Ro],source:Al,vs:Il,getUniforms:Vy,uniformTypes:{wrapLongitude:"f32",coordinateSystem:"i32",commonUnitsPerMeter:"vec3<f32>",projectionMode:"i32",scale:"f32",commonUnitsPerWorldUnit:"vec3<f32>",commonUnitsPerWorldUnit2:"vec3<f32>",center:"vec4<f32>",modelMatrix:"mat4x4<f32>",viewProjectionMatrix:"mat4x4<f32>",viewportSize:"vec2<f32>",devicePixelRatio:"f32",focalDistance:"f32",cameraPosition:"vec3<f32>",coordinateOrigin:"vec3<f32>",commonOrigin:"vec3<f32>",pseudoMeters:"f32"}};function ks(){return[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}function ne(i,t){let e=kt.transformMat4([],t,i);return kt.scale(e,e,1/e[3]),e}function Ii(i,t,e){return i<t?t:i>e?e:i}function Wy(i){return Math.log(i)*Math.LOG2E}var Oi=Math.log2||Wy;function Et(i,t){if(!i)throw new Error(t||"@math.gl/web-mercator: assertion failed.")}var Ct=Math.PI,Ol=Ct/4,ut=Ct/180,zs=180/Ct,Ze=512,ko=4003e4,qe=85.051129,Rl=1.5;function Ds(i){return Oi(i)}function dt(i){let[t,e]=i;Et(Number.isFinite(t)),Et(Number.isFinite(e)&&e>=-90&&e<=90,"invalid latitude");let n=t*ut,o=e*ut,r=Ze*(n+Ct)/(2*Ct),s=Ze*(Ct+Math.log(Math.tan(Ol+o*.5)))/(2*Ct);return[r,s]}function st(i){let[t,e]=i,n=t/Ze*(2*Ct)-Ct,o=2*(Math.atan(Math.exp(e/Ze*(2*Ct)-Ct))-Ol);return[n*zs,o*zs]}function Bs(i){let{latitude:t}=i;Et(Number.isFinite(t));let e=Math.cos(t*ut);return Ds(ko*e)-9}function Ri(i){let t=Math.cos(i*ut);return Ze/ko/t}function Xe(i){let{latitude:t,longitude:e,highPrecision:n=!1}=i;Et(Number.isFinite(t)&&Number.isFinite(e));let o=Ze,r=Math.cos(t*ut),s=o/360,a=s/r,c=o/ko/r,l={unitsPerMeter:[c,c,c],metersPerUnit:[1/c,1/c,1/c],unitsPerDegree:[s,a,c],degreesPerUnit:[1/s,1/a,1/c]};if(n){let f=ut*Math.tan(t*ut)/r,h=s*f/2,u=o/ko*f,d=u/a*c;l.unitsPerDegree2=[0,h,u],l.unitsPerMeter2=[d,0,d]}return l}function ki(i,t){let[e,n,o]=i,[r,s,a]=t,{unitsPerMeter:c,unitsPerMeter2:l}=Xe({longitude:e,latitude:n,highPrecision:!0}),f=dt(i);f[0]+=r*(c[0]+l[0]*s),f[1]+=s*(c[1]+l[1]*s);let h=st(f),u=(o||0)+(a||0);return Number.isFinite(o)||Number.isFinite(a)?[h[0],h[1],u]:h}function zo(i){let{height:t,pitch:e,bearing:n,altitude:o,scale:r,center:s}=i,a=ks();H.translate(a,a,[0,0,-o]),H.rotateX(a,a,-e*ut),H.rotateZ(a,a,n*ut);let c=r/t;return H.scale(a,a,[c,c,c]),s&&H.translate(a,a,je.negate([],s)),a}function Ns(i){let{width:t,height:e,altitude:n,pitch:o=0,offset:r,center:s,scale:a,nearZMultiplier:c=1,farZMultiplier:l=1}=i,{fovy:f=be(Rl)}=i;n!==void 0&&(f=be(n));let h=f*ut,u=o*ut,d=Se(f),p=d;s&&(p+=s[2]*a/Math.cos(u)/e);let g=h*(.5+(r?r[1]:0)/e),m=Math.sin(g)*p/Math.sin(Ii(Math.PI/2-u-g,.01,Math.PI-.01)),v=Math.sin(u)*m+p,_=p*10,y=Math.min(v*l,_);return{fov:h,aspect:t/e,focalDistance:d,near:c,far:y}}function be(i){return 2*Math.atan(.5/i)*zs}function Se(i){return .5/Math.tan(.5*i*ut)}function oe(i,t){let[e,n,o=0]=i;return Et(Number.isFinite(e)&&Number.isFinite(n)&&Number.isFinite(o)),ne(t,[e,n,o,1])}function pt(i,t,e=0){let[n,o,r]=i;if(Et(Number.isFinite(n)&&Number.isFinite(o),"invalid pixel coordinate"),Number.isFinite(r))return ne(t,[n,o,r,1]);let s=ne(t,[n,o,0,1]),a=ne(t,[n,o,1,1]),c=s[2],l=a[2],f=c===l?0:((e||0)-c)/(l-c);return tt.lerp([],s,a,f)}function Do(i){let{width:t,height:e,bounds:n,minExtent:o=0,maxZoom:r=24,offset:s=[0,0]}=i,[[a,c],[l,f]]=n,h=Gy(i.padding),u=dt([a,Ii(f,-qe,qe)]),d=dt([l,Ii(c,-qe,qe)]),p=[Math.max(Math.abs(d[0]-u[0]),o),Math.max(Math.abs(d[1]-u[1]),o)],g=[t-h.left-h.right-Math.abs(s[0])*2,e-h.top-h.bottom-Math.abs(s[1])*2];Et(g[0]>0&&g[1]>0);let m=g[0]/p[0],v=g[1]/p[1],_=(h.right-h.left)/2/m,y=(h.top-h.bottom)/2/v,x=[(d[0]+u[0])/2+_,(d[1]+u[1])/2+y],P=st(x),w=Math.min(r,Oi(Math.abs(Math.min(m,v))));return Et(Number.isFinite(w)),{longitude:P[0],latitude:P[1],zoom:w}}function Gy(i=0){return typeof i=="number"?{top:i,bottom:i,left:i,right:i}:(Et(Number.isFinite(i.top)&&Number.isFinite(i.bottom)&&Number.isFinite(i.left)&&Number.isFinite(i.right)),i)}var kl=Math.PI/180;function Bo(i,t=0){let{width:e,height:n,unproject:o}=i,r={targetZ:t},s=o([0,n],r),a=o([e,n],r),c,l,f=i.fovy?.5*i.fovy*kl:Math.atan(.5/i.altitude),h=(90-i.pitch)*kl;return f>h-.01?(c=zl(i,0,t),l=zl(i,e,t)):(c=o([0,0],r),l=o([e,0],r)),[s,a,l,c]}function zl(i,t,e){let{pixelUnprojectionMatrix:n}=i,o=ne(n,[t,0,1,1]),r=ne(n,[t,i.height,1,1]),a=(e*i.distanceScales.unitsPerMeter[2]-o[2])/(r[2]-o[2]),c=tt.lerp([],o,r,a),l=st(c);return l.push(e),l}var Bl=`
layout(std140) uniform shadowUniforms {
  bool drawShadowMap;
  bool useShadowMap;
  vec4 color;
  highp int lightId;
  float lightCount;
  mat4 viewProjectionMatrix0;
  mat4 viewProjectionMatrix1;
  vec4 projectCenter0;
  vec4 projectCenter1;
} shadow;
`,Hy=`
const int max_lights = 2;

out vec3 shadow_vPosition[max_lights];

vec4 shadow_setVertexPosition(vec4 position_commonspace) {
  mat4 viewProjectionMatrices[max_lights];
  viewProjectionMatrices[0] = shadow.viewProjectionMatrix0;
  viewProjectionMatrices[1] = shadow.viewProjectionMatrix1;
  vec4 projectCenters[max_lights];
  projectCenters[0] = shadow.projectCenter0;
  projectCenters[1] = shadow.projectCenter1;

  if (shadow.drawShadowMap) {
    return project_common_position_to_clipspace(position_commonspace, viewProjectionMatrices[shadow.lightId], projectCenters[shadow.lightId]);
  }
  if (shadow.useShadowMap) {
    for (int i = 0; i < max_lights; i++) {
      if(i < int(shadow.lightCount)) {
        vec4 shadowMap_position = project_common_position_to_clipspace(position_commonspace, viewProjectionMatrices[i], projectCenters[i]);
        shadow_vPosition[i] = (shadowMap_position.xyz / shadowMap_position.w + 1.0) / 2.0;
      }
    }
  }
  return gl_Position;
}
`,Zy=`
${Bl}
${Hy}
`,qy=`
const int max_lights = 2;
uniform sampler2D shadow_uShadowMap0;
uniform sampler2D shadow_uShadowMap1;

in vec3 shadow_vPosition[max_lights];

const vec4 bitPackShift = vec4(1.0, 255.0, 65025.0, 16581375.0);
const vec4 bitUnpackShift = 1.0 / bitPackShift;
const vec4 bitMask = vec4(1.0 / 255.0, 1.0 / 255.0, 1.0 / 255.0,  0.0);

float shadow_getShadowWeight(vec3 position, sampler2D shadowMap) {
  vec4 rgbaDepth = texture(shadowMap, position.xy);

  float z = dot(rgbaDepth, bitUnpackShift);
  return smoothstep(0.001, 0.01, position.z - z);
}

vec4 shadow_filterShadowColor(vec4 color) {
  if (shadow.drawShadowMap) {
    vec4 rgbaDepth = fract(gl_FragCoord.z * bitPackShift);
    rgbaDepth -= rgbaDepth.gbaa * bitMask;
    return rgbaDepth;
  }
  if (shadow.useShadowMap) {
    float shadowAlpha = 0.0;
    shadowAlpha += shadow_getShadowWeight(shadow_vPosition[0], shadow_uShadowMap0);
    if(shadow.lightCount > 1.0) {
      shadowAlpha += shadow_getShadowWeight(shadow_vPosition[1], shadow_uShadowMap1);
    }
    shadowAlpha *= shadow.color.a / shadow.lightCount;
    float blendedAlpha = shadowAlpha + color.a * (1.0 - shadowAlpha);

    return vec4(
      mix(color.rgb, shadow.color.rgb, shadowAlpha / blendedAlpha),
      blendedAlpha
    );
  }
  return color;
}
`,Xy=`
${Bl}
${qy}
`,Ky=Dt(ix),Jy=Dt(nx),Qy=[0,0,0,1],tx=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,0];function ex(i,t){let[e,n,o]=i,r=pt([e,n,o],t);return Number.isFinite(o)?r:[r[0],r[1],0]}function ix({viewport:i,center:t}){return new W(i.viewProjectionMatrix).invert().transform(t)}function nx({viewport:i,shadowMatrices:t}){let e=[],n=i.pixelUnprojectionMatrix,o=i.isGeospatial?void 0:1,r=[[0,0,o],[i.width,0,o],[0,i.height,o],[i.width,i.height,o],[0,0,-1],[i.width,0,-1],[0,i.height,-1],[i.width,i.height,-1]].map(s=>ex(s,n));for(let s of t){let a=s.clone().translate(new J(i.center).negate()),c=r.map(f=>a.transform(f)),l=new W().ortho({left:Math.min(...c.map(f=>f[0])),right:Math.max(...c.map(f=>f[0])),bottom:Math.min(...c.map(f=>f[1])),top:Math.max(...c.map(f=>f[1])),near:Math.min(...c.map(f=>-f[2])),far:Math.max(...c.map(f=>-f[2]))});e.push(l.multiplyRight(s))}return e}function ox(i){let{shadowEnabled:t=!0,project:e}=i;if(!t||!e||!i.shadowMatrices||!i.shadowMatrices.length)return{drawShadowMap:!1,useShadowMap:!1,shadow_uShadowMap0:i.dummyShadowMap,shadow_uShadowMap1:i.dummyShadowMap};let n=$t.getUniforms(e),o=Ky({viewport:e.viewport,center:n.center}),r=[],s=Jy({shadowMatrices:i.shadowMatrices,viewport:e.viewport}).slice();for(let c=0;c<i.shadowMatrices.length;c++){let l=s[c],f=l.clone().translate(new J(e.viewport.center).negate());n.coordinateSystem===we("lnglat")&&n.projectionMode===q.WEB_MERCATOR?(s[c]=f,r[c]=o):(s[c]=l.clone().multiplyRight(tx),r[c]=f.transform(o))}let a={drawShadowMap:!!i.drawToShadowMap,useShadowMap:i.shadowMaps?i.shadowMaps.length>0:!1,color:i.shadowColor||Qy,lightId:i.shadowLightId||0,lightCount:i.shadowMatrices.length,shadow_uShadowMap0:i.dummyShadowMap,shadow_uShadowMap1:i.dummyShadowMap};for(let c=0;c<s.length;c++)a[`viewProjectionMatrix${c}`]=s[c],a[`projectCenter${c}`]=r[c];for(let c=0;c<2;c++)a[`shadow_uShadowMap${c}`]=i.shadowMaps&&i.shadowMaps[c]||i.dummyShadowMap;return a}var No={name:"shadow",dependencies:[$t],vs:Zy,fs:Xy,inject:{"vs:DECKGL_FILTER_GL_POSITION":`
    position = shadow_setVertexPosition(geometry.position);
    `,"fs:DECKGL_FILTER_COLOR":`
    color = shadow_filterShadowColor(color);
    `},getUniforms:ox,uniformTypes:{drawShadowMap:"f32",useShadowMap:"f32",color:"vec4<f32>",lightId:"i32",lightCount:"f32",viewProjectionMatrix0:"mat4x4<f32>",viewProjectionMatrix1:"mat4x4<f32>",projectCenter0:"vec4<f32>",projectCenter1:"vec4<f32>"}};var rx={color:[255,255,255],intensity:1},Nl=[{color:[255,255,255],intensity:1,direction:[-1,3,-1]},{color:[255,255,255],intensity:.9,direction:[1,-8,-2.5]}],sx=[0,0,0,200/255],Ee=class{constructor(t={}){this.id="lighting-effect",this.shadowColor=sx,this.shadow=!1,this.directionalLights=[],this.pointLights=[],this.shadowPasses=[],this.dummyShadowMap=null,this.setProps(t)}setup(t){this.context=t;let{device:e,deck:n}=t;this.shadow&&!this.dummyShadowMap&&(this._createShadowPasses(e),n._addDefaultShaderModule(No),this.dummyShadowMap=e.createTexture({width:1,height:1}))}setProps(t){this.ambientLight=void 0,this.directionalLights=[],this.pointLights=[];for(let e in t){let n=t[e];switch(n.type){case"ambient":this.ambientLight=n;break;case"directional":this.directionalLights.push(n);break;case"point":this.pointLights.push(n);break;default:}}this._applyDefaultLights(),this.shadow=this.directionalLights.some(e=>e.shadow),this.context&&this.setup(this.context),this.props=t}preRender({layers:t,layerFilter:e,viewports:n,onViewportActive:o,views:r}){if(this.shadow){this.shadowMatrices=this._calculateMatrices();for(let s=0;s<this.shadowPasses.length;s++)this.shadowPasses[s].render({layers:t,layerFilter:e,viewports:n,onViewportActive:o,views:r,shaderModuleProps:{shadow:{shadowLightId:s,dummyShadowMap:this.dummyShadowMap,shadowMatrices:this.shadowMatrices}}})}}getShaderModuleProps(t,e){let n=this.shadow?{project:e.project,shadowMaps:this.shadowPasses.map(s=>s.getShadowMap()),dummyShadowMap:this.dummyShadowMap,shadowColor:this.shadowColor,shadowMatrices:this.shadowMatrices}:{},o={enabled:!0,lights:this._getLights(t)},r=t.props.material;return{shadow:n,lighting:o,phongMaterial:r,gouraudMaterial:r}}cleanup(t){for(let e of this.shadowPasses)e.delete();this.shadowPasses.length=0,this.dummyShadowMap&&(this.dummyShadowMap.destroy(),this.dummyShadowMap=null,t.deck._removeDefaultShaderModule(No))}_calculateMatrices(){let t=[];for(let e of this.directionalLights){let n=new W().lookAt({eye:new J(e.direction).negate()});t.push(n)}return t}_createShadowPasses(t){for(let e=0;e<this.directionalLights.length;e++){let n=new wi(t);this.shadowPasses[e]=n}}_applyDefaultLights(){let{ambientLight:t,pointLights:e,directionalLights:n}=this;!t&&e.length===0&&n.length===0&&(this.ambientLight=new xi(rx),this.directionalLights.push(new Fe(Nl[0]),new Fe(Nl[1])))}_getLights(t){let e=[];this.ambientLight&&e.push(this.ambientLight);for(let n of this.pointLights)e.push(n.getProjectedLight({layer:t}));for(let n of this.directionalLights)e.push(n.getProjectedLight({layer:t}));return e}};var ax=`struct LayerUniforms {
  opacity: f32,
};

@group(0) @binding(auto)
var<uniform> layer: LayerUniforms;
`,jl=`layout(std140) uniform layerUniforms {
  uniform float opacity;
} layer;
`,js={name:"layer",source:ax,vs:jl,fs:jl,getUniforms:i=>({opacity:Math.pow(i.opacity,.45454545454545453)}),uniformTypes:{opacity:"f32"}};var cx=`

@must_use
fn deckgl_premultiplied_alpha(fragColor: vec4<f32>) -> vec4<f32> {
    return vec4(fragColor.rgb * fragColor.a, fragColor.a); 
};
`,gt={name:"color",dependencies:[],source:cx,getUniforms:i=>({})};var lx=`// Define a structure to hold both the clip-space position and the common position.
struct ProjectResult {
  clipPosition: vec4<f32>,
  commonPosition: vec4<f32>,
};

// This function mimics the GLSL version with the 'out' parameter by returning both values.
fn project_position_to_clipspace_and_commonspace(
    position: vec3<f32>,
    position64Low: vec3<f32>,
    offset: vec3<f32>
) -> ProjectResult {
  // Compute the projected position.
  let projectedPosition: vec3<f32> = project_position_vec3_f64(position, position64Low);

  // Start with the provided offset.
  var finalOffset: vec3<f32> = offset;

  // Get whether a rotation is needed and the rotation matrix.
  let rotationResult = project_needs_rotation(projectedPosition);

  // If rotation is needed, update the offset.
  if (rotationResult.needsRotation) {
    finalOffset = rotationResult.transform * offset;
  }

  // Compute the common position.
  let commonPosition: vec4<f32> = vec4<f32>(projectedPosition + finalOffset, 1.0);

  // Convert to clip-space.
  let clipPosition: vec4<f32> = project_common_position_to_clipspace(commonPosition);

  return ProjectResult(clipPosition, commonPosition);
}

// A convenience overload that returns only the clip-space position.
fn project_position_to_clipspace(
    position: vec3<f32>,
    position64Low: vec3<f32>,
    offset: vec3<f32>
) -> vec4<f32> {
  return project_position_to_clipspace_and_commonspace(position, position64Low, offset).clipPosition;
}
`,fx=`vec4 project_position_to_clipspace(
  vec3 position, vec3 position64Low, vec3 offset, out vec4 commonPosition
) {
  vec3 projectedPosition = project_position(position, position64Low);
  mat3 rotation;
  if (project_needs_rotation(projectedPosition, rotation)) {
    // offset is specified as ENU
    // when in globe projection, rotate offset so that the ground alighs with the surface of the globe
    offset = rotation * offset;
  }
  commonPosition = vec4(projectedPosition + offset, 1.0);
  return project_common_position_to_clipspace(commonPosition);
}

vec4 project_position_to_clipspace(
  vec3 position, vec3 position64Low, vec3 offset
) {
  vec4 commonPosition;
  return project_position_to_clipspace(position, position64Low, offset, commonPosition);
}
`,mt={name:"project32",dependencies:[$t],source:lx,vs:fx};var jo=10,zi=16777215;function Ul(i,t){i.length===jo?A.warn(`pickMultipleObjects can only exclude ${jo} previously picked objects for layers without picking buffers`)():i.push(t)}var hx=`  float disabledPickingIndexCount;
  vec4 disabledPickingIndices0;
  vec4 disabledPickingIndices1;
  vec4 disabledPickingIndices2;
`;function Fl(i){return i.replace(`  vec4 highlightColor;
} picking;`,`  vec4 highlightColor;
${hx}} picking;`)}function Fs(i,t){return[i[t]||0,i[t+1]||0,i[t+2]||0,i[t+3]||0]}var ux=`vec3 picking_getPickingColorFromIndex(float objectIndex) {
  if (objectIndex < 0.0 || objectIndex >= ${zi}.0) {
    return vec3(0.0);
  }

  for (int i = 0; i < ${jo}; i++) {
    if (float(i) >= picking.disabledPickingIndexCount) {
      break;
    }
    vec4 disabledIndices = i < 4
      ? picking.disabledPickingIndices0
      : (i < 8 ? picking.disabledPickingIndices1 : picking.disabledPickingIndices2);
    float disabledIndex = disabledIndices[i - (i / 4) * 4];
    if (disabledIndex == objectIndex) {
      return vec3(0.0);
    }
  }

  float encodedIndex = objectIndex + 1.0;
  return vec3(
    mod(encodedIndex, 256.0),
    mod(floor(encodedIndex / 256.0), 256.0),
    mod(floor(encodedIndex / 65536.0), 256.0)
  );
}

vec3 picking_getPickingColorFromIndex(uint objectIndex) {
  return picking_getPickingColorFromIndex(float(objectIndex));
}

vec3 picking_getPickingColorFromInstanceID() {
  return picking_getPickingColorFromIndex(float(gl_InstanceID));
}

void picking_setPickingColorFromInstanceID() {
  picking_setPickingColor(picking_getPickingColorFromInstanceID());
}
`,dx=`struct pickingUniforms {
  isActive: f32,
  isAttribute: f32,
  isHighlightActive: f32,
  useByteColors: f32,
  highlightedObjectColor: vec3<f32>,
  highlightColor: vec4<f32>,
  disabledPickingIndexCount: f32,
  disabledPickingIndices0: vec4<f32>,
  disabledPickingIndices1: vec4<f32>,
  disabledPickingIndices2: vec4<f32>,
};

@group(0) @binding(auto) var<uniform> picking: pickingUniforms;

fn picking_normalizeColor(color: vec3<f32>) -> vec3<f32> {
  return select(color, color / 255.0, picking.useByteColors > 0.5);
}

fn picking_normalizeColor4(color: vec4<f32>) -> vec4<f32> {
  return select(color, color / 255.0, picking.useByteColors > 0.5);
}

fn picking_isColorZero(color: vec3<f32>) -> bool {
  return dot(color, vec3<f32>(1.0)) < 0.00001;
}

fn picking_isColorValid(color: vec3<f32>) -> bool {
  return dot(color, vec3<f32>(1.0)) > 0.00001;
}

fn picking_getPickingColorFromIndex(objectIndex: u32) -> vec3<f32> {
  if (objectIndex >= ${zi}u) {
    return vec3<f32>(0.0);
  }

  for (var i = 0; i < ${jo}; i = i + 1) {
    if (f32(i) >= picking.disabledPickingIndexCount) {
      break;
    }
    let disabledIndices = select(
      picking.disabledPickingIndices2,
      select(picking.disabledPickingIndices1, picking.disabledPickingIndices0, i < 4),
      i < 8
    );
    let disabledIndex = disabledIndices[i % 4];
    if (disabledIndex == f32(objectIndex)) {
      return vec3<f32>(0.0);
    }
  }

  let encodedIndex = objectIndex + 1u;
  return vec3<f32>(
    f32(encodedIndex % 256u),
    f32((encodedIndex / 256u) % 256u),
    f32((encodedIndex / 65536u) % 256u)
  ) / 255.0;
}
`,yt={...me,vs:`${Fl(me.vs)}
${ux}`,fs:Fl(me.fs),source:dx,uniformTypes:{...me.uniformTypes,disabledPickingIndexCount:"f32",disabledPickingIndices0:"vec4<f32>",disabledPickingIndices1:"vec4<f32>",disabledPickingIndices2:"vec4<f32>"},defaultUniforms:{...me.defaultUniforms,useByteColors:!0,disabledPickingIndexCount:0,disabledPickingIndices0:[0,0,0,0],disabledPickingIndices1:[0,0,0,0],disabledPickingIndices2:[0,0,0,0]},getUniforms(i,t){let e=me.getUniforms(i,t),n=i.disabledPickingIndices||[];return e.disabledPickingIndexCount=n.length,e.disabledPickingIndices0=Fs(n,0),e.disabledPickingIndices1=Fs(n,4),e.disabledPickingIndices2=Fs(n,8),e},inject:{"vs:DECKGL_FILTER_GL_POSITION":`
    // for picking depth values
    picking_setPickingAttribute(position.z / position.w);
  `,"vs:DECKGL_FILTER_COLOR":`
  picking_setPickingColor(geometry.pickingColor);
  `,"fs:DECKGL_FILTER_COLOR":{order:99,injection:`
  // use highlight color if this fragment belongs to the selected object.
  color = picking_filterHighlightColor(color);

  // use picking color if rendering to picking FBO.
  color = picking_filterPickingColor(color);
    `}}};var gx=[Ro],mx=["vs:DECKGL_FILTER_SIZE(inout vec3 size, VertexGeometry geometry)","vs:DECKGL_FILTER_GL_POSITION(inout vec4 position, VertexGeometry geometry)","vs:DECKGL_FILTER_COLOR(inout vec4 color, VertexGeometry geometry)","fs:DECKGL_FILTER_COLOR(inout vec4 color, FragmentGeometry geometry)"],yx=[];function Vl(i){let t=yc.getDefaultShaderAssembler(i);for(let n of gx)t.addDefaultModule(n);t._hookFunctions.length=0;let e=i==="glsl"?mx:yx;for(let n of e)t.addShaderHook(n);return t}var re={NO_STATE:"Awaiting state",MATCHED:"Matched. State transferred from previous layer",INITIALIZED:"Initialized",AWAITING_GC:"Discarded. Awaiting garbage collection",AWAITING_FINALIZATION:"No longer matched. Awaiting garbage collection",FINALIZED:"Finalized! Awaiting garbage collection"},Ke=Symbol.for("component"),xt=Symbol.for("propTypes"),Fo=Symbol.for("deprecatedProps"),Ht=Symbol.for("asyncPropDefaults"),Bt=Symbol.for("asyncPropOriginal"),Mt=Symbol.for("asyncPropResolved");var Us={};function Wl(i){Us=i}function G(i,t,e,n){A.level>0&&Us[i]&&Us[i].call(null,t,e,n)}function Je(i,t=()=>!0){return Array.isArray(i)?Gl(i,t,[]):t(i)?[i]:[]}function Gl(i,t,e){let n=-1;for(;++n<i.length;){let o=i[n];Array.isArray(o)?Gl(o,t,e):t(o)&&e.push(o)}return e}function Yl({target:i,source:t,start:e=0,count:n=1}){let o=t.length,r=n*o,s=0;for(let a=e;s<o;s++)i[a++]=t[s];for(;s<r;)s<r-s?(i.copyWithin(e+s,e,e+s),s*=2):(i.copyWithin(e+s,e,e+r-s),s=r);return i}function se(i,t){if(!i)throw new Error(t||"loader assertion failed.")}var Nt={self:typeof self<"u"&&self,window:typeof window<"u"&&window,global:typeof global<"u"&&global,document:typeof document<"u"&&document},xx=Nt.self||Nt.window||Nt.global||{},vx=Nt.window||Nt.self||Nt.global||{},_x=Nt.global||Nt.self||Nt.window||{},Px=Nt.document||{};var Ce=!!(typeof process!="object"||String(process)!=="[object process]"||process.browser);var $l=typeof process<"u"&&process.version&&/v([0-9]*)/.exec(process.version),wx=$l&&parseFloat($l[1])||0;var Vs="4.5.4",bx=Vs[0]>="0"&&Vs[0]<="9"?`v${Vs}`:"";function Sx(){let i=new Be({id:"loaders.gl"});return globalThis.loaders||={},globalThis.loaders.log=i,globalThis.loaders.version=bx,globalThis.probe||={},globalThis.probe.loaders=i,i}var Ws=Sx();var Ex=i=>typeof i=="boolean",jt=i=>typeof i=="function",Ft=i=>i!==null&&typeof i=="object",Uo=i=>Ft(i)&&i.constructor==={}.constructor;var Gs=i=>typeof SharedArrayBuffer<"u"&&i instanceof SharedArrayBuffer,Qe=i=>Ft(i)&&typeof i.byteLength=="number"&&typeof i.slice=="function";var Ys=i=>!!i&&jt(i[Symbol.iterator]),$s=i=>!!i&&jt(i[Symbol.asyncIterator]);var at=i=>typeof Response<"u"&&i instanceof Response||Ft(i)&&jt(i.arrayBuffer)&&jt(i.text)&&jt(i.json);var ct=i=>typeof Blob<"u"&&i instanceof Blob;var Hl=i=>typeof ReadableStream<"u"&&i instanceof ReadableStream||Ft(i)&&jt(i.tee)&&jt(i.cancel)&&jt(i.getReader);var Zl=i=>Ft(i)&&jt(i.read)&&jt(i.pipe)&&Ex(i.readable),Di=i=>Hl(i)||Zl(i);function Hs(i,t){return ql(i||{},t)}function ql(i,t,e=0){if(e>3)return t;let n={...i};for(let[o,r]of Object.entries(t))r&&typeof r=="object"&&!Array.isArray(r)?n[o]=ql(n[o]||{},t[o],e+1):n[o]=t[o];return n}var Xl="latest";function Cx(){return globalThis._loadersgl_?.version||(globalThis._loadersgl_=globalThis._loadersgl_||{},globalThis._loadersgl_.version="4.5.4"),globalThis._loadersgl_.version}var Kl=Cx();function et(i,t){if(!i)throw new Error(t||"loaders.gl assertion failed.")}var Ut={self:typeof self<"u"&&self,window:typeof window<"u"&&window,global:typeof global<"u"&&global,document:typeof document<"u"&&document},r2=Ut.self||Ut.window||Ut.global||{},s2=Ut.window||Ut.self||Ut.global||{},a2=Ut.global||Ut.self||Ut.window||{},c2=Ut.document||{};var vt=typeof process!="object"||String(process)!=="[object process]"||process.browser;var Ql=typeof window<"u"&&typeof window.orientation<"u",Jl=typeof process<"u"&&process.version&&/v([0-9]*)/.exec(process.version),l2=Jl&&parseFloat(Jl[1])||0;var Bi=class{name;workerThread;isRunning=!0;result;_resolve=()=>{};_reject=()=>{};constructor(t,e){this.name=t,this.workerThread=e,this.result=new Promise((n,o)=>{this._resolve=n,this._reject=o})}postMessage(t,e){this.workerThread.postMessage({source:"loaders.gl",type:t,payload:e})}done(t){et(this.isRunning),this.isRunning=!1,this._resolve(t)}error(t){et(this.isRunning),this.isRunning=!1,this._reject(t)}};var ti=class{terminate(){}};var Zs=new Map;function tf(i){et(i.source&&!i.url||!i.source&&i.url);let t=Zs.get(i.source||i.url);return t||(i.url&&(t=Mx(i.url),Zs.set(i.url,t)),i.source&&(t=ef(i.source),Zs.set(i.source,t))),et(t),t}function Mx(i){if(!i.startsWith("http"))return i;let t=Tx(i);return ef(t)}function ef(i){let t=new Blob([i],{type:"application/javascript"});return URL.createObjectURL(t)}function Tx(i){return`try {
  importScripts('${i}');
} catch (error) {
  console.error(error);
  throw error;
}`}function qs(i,t=!0,e){let n=e||new Set;if(i){if(nf(i))n.add(i);else if(nf(i.buffer))n.add(i.buffer);else if(!ArrayBuffer.isView(i)){if(t&&typeof i=="object")for(let o in i)qs(i[o],t,n)}}return e===void 0?Array.from(n):[]}function nf(i){return i?i instanceof ArrayBuffer||typeof MessagePort<"u"&&i instanceof MessagePort||typeof ImageBitmap<"u"&&i instanceof ImageBitmap||typeof OffscreenCanvas<"u"&&i instanceof OffscreenCanvas:!1}var Xs=()=>{},ae=class{name;source;url;terminated=!1;worker;onMessage;onError;_loadableURL="";static isSupported(){return typeof Worker<"u"&&vt||typeof ti<"u"&&!vt}constructor(t){let{name:e,source:n,url:o}=t;et(n||o),this.name=e,this.source=n,this.url=o,this.onMessage=Xs,this.onError=r=>console.log(r),this.worker=vt?this._createBrowserWorker():this._createNodeWorker()}destroy(){this.onMessage=Xs,this.onError=Xs,this.worker.terminate(),this.terminated=!0}get isRunning(){return!!this.onMessage}postMessage(t,e){e=e||qs(t),this.worker.postMessage(t,e)}_getErrorFromErrorEvent(t){let e="Failed to load ";return e+=`worker ${this.name} from ${this.url}. `,t.message&&(e+=`${t.message} in `),t.lineno&&(e+=`:${t.lineno}:${t.colno}`),new Error(e)}_createBrowserWorker(){this._loadableURL=tf({source:this.source,url:this.url});let t=new Worker(this._loadableURL,{name:this.name});return t.onmessage=e=>{e.data?this.onMessage(e.data):this.onError(new Error("No data received"))},t.onerror=e=>{this.onError(this._getErrorFromErrorEvent(e)),this.terminated=!0},t.onmessageerror=e=>console.error(e),t}_createNodeWorker(){let t;if(this.url){let n=this.url.includes(":/")||this.url.startsWith("/")?this.url:`./${this.url}`,o=this.url.endsWith(".ts")||this.url.endsWith(".mjs")?"module":"commonjs";t=new ti(n,{eval:!1,type:o})}else if(this.source)t=new ti(this.source,{eval:!0});else throw new Error("no worker");return t.on("message",e=>{this.onMessage(e)}),t.on("error",e=>{this.onError(e)}),t.on("exit",e=>{}),t}};var Ni=class{name="unnamed";source;url;maxConcurrency=1;maxMobileConcurrency=1;onDebug=()=>{};reuseWorkers=!0;props={};jobQueue=[];idleQueue=[];count=0;isDestroyed=!1;static isSupported(){return ae.isSupported()}constructor(t){this.source=t.source,this.url=t.url,this.setProps(t)}destroy(){this.idleQueue.forEach(t=>t.destroy()),this.isDestroyed=!0}setProps(t){this.props={...this.props,...t},t.name!==void 0&&(this.name=t.name),t.maxConcurrency!==void 0&&(this.maxConcurrency=t.maxConcurrency),t.maxMobileConcurrency!==void 0&&(this.maxMobileConcurrency=t.maxMobileConcurrency),t.reuseWorkers!==void 0&&(this.reuseWorkers=t.reuseWorkers),t.onDebug!==void 0&&(this.onDebug=t.onDebug)}async startJob(t,e=(o,r,s)=>o.done(s),n=(o,r)=>o.error(r)){let o=new Promise(r=>(this.jobQueue.push({name:t,onMessage:e,onError:n,onStart:r}),this));return this._startQueuedJob(),await o}async _startQueuedJob(){if(!this.jobQueue.length)return;let t=this._getAvailableWorker();if(!t)return;let e=this.jobQueue.shift();if(e){this.onDebug({message:"Starting job",name:e.name,workerThread:t,backlog:this.jobQueue.length});let n=new Bi(e.name,t);t.onMessage=o=>e.onMessage(n,o.type,o.payload),t.onError=o=>e.onError(n,o),e.onStart(n);try{await n.result}catch(o){console.error(`Worker exception: ${o}`)}finally{this.returnWorkerToQueue(t)}}}returnWorkerToQueue(t){!vt||this.isDestroyed||!this.reuseWorkers||this.count>this._getMaxConcurrency()?(t.destroy(),this.count--):this.idleQueue.push(t),this.isDestroyed||this._startQueuedJob()}_getAvailableWorker(){if(this.idleQueue.length>0)return this.idleQueue.shift()||null;if(this.count<this._getMaxConcurrency()){this.count++;let t=`${this.name.toLowerCase()} (#${this.count} of ${this.maxConcurrency})`;return new ae({name:t,source:this.source,url:this.url})}return null}_getMaxConcurrency(){return Ql?this.maxMobileConcurrency:this.maxConcurrency}};var Lx={maxConcurrency:3,maxMobileConcurrency:1,reuseWorkers:!0,onDebug:()=>{}},Me=class i{props;workerPools=new Map;static _workerFarm;static isSupported(){return ae.isSupported()}static getWorkerFarm(t={}){return i._workerFarm=i._workerFarm||new i({}),i._workerFarm.setProps(t),i._workerFarm}constructor(t){this.props={...Lx},this.setProps(t),this.workerPools=new Map}destroy(){for(let t of this.workerPools.values())t.destroy();this.workerPools=new Map}setProps(t){this.props={...this.props,...t};for(let e of this.workerPools.values())e.setProps(this._getWorkerPoolProps())}getWorkerPool(t){let{name:e,source:n,url:o}=t,r=this.workerPools.get(e);return r||(r=new Ni({name:e,source:n,url:o}),r.setProps(this._getWorkerPoolProps()),this.workerPools.set(e,r)),r}_getWorkerPoolProps(){return{maxConcurrency:this.props.maxConcurrency,maxMobileConcurrency:this.props.maxMobileConcurrency,reuseWorkers:this.props.reuseWorkers,onDebug:this.props.onDebug}}};function Ks(i,t={}){let e=t[i.id]||{},n=vt?i.workerFile||`${i.id}-worker.js`:`${i.id}-worker-node.js`,o=e.workerUrl;if(!o&&i.id==="compression"&&(o=t.workerUrl),(t._workerType||t?.core?._workerType)==="test"&&(vt?o=`modules/${i.module}/dist/${n}`:o=`modules/${i.module}/src/workers/${i.id}-worker-node.ts`),!o){let s=i.version;s==="latest"&&(s=Xl);let a=s?`@${s}`:"";o=`https://unpkg.com/@loaders.gl/${i.module}${a}/dist/${n}`}return et(o),o}function Js(i,t=Kl){et(i,"no worker provided");let e=i.version;return!(!t||!e)}function Qs(i,t){if(!Me.isSupported())return!1;let e=t?._nodeWorkers??t?.core?._nodeWorkers;if(!vt&&!e)return!1;let n=t?.worker??t?.core?.worker;return!!(i.worker&&n)}async function ta(i,t,e,n,o){let r=i.id,s=Ks(i,e),c=Me.getWorkerFarm(e?.core).getWorkerPool({name:r,url:s});e=JSON.parse(JSON.stringify(e||{})),e._workerLoaderId=i.id,n=JSON.parse(JSON.stringify(n||{}));let l=await c.startJob("process-on-worker",Ax.bind(null,o));return l.postMessage("process",{input:t,options:e,context:n}),await(await l.result).result}async function Ax(i,t,e,n){switch(e){case"done":t.done(n);break;case"error":t.error(new Error(n.error));break;case"process":let{id:o,input:r,options:s}=n;try{let a=await i(r,s);t.postMessage("done",{id:o,result:a})}catch(a){let c=a instanceof Error?a.message:"unknown error";t.postMessage("error",{id:o,error:c})}break;default:console.warn(`parse-with-worker unknown message ${e}`)}}function ea(i,t,e){if(e=e||i.byteLength,i.byteLength<e||t.byteLength<e)return!1;let n=new Uint8Array(i),o=new Uint8Array(t);for(let r=0;r<n.length;++r)if(n[r]!==o[r])return!1;return!0}function ia(...i){return of(i)}function of(i){let t=i.map(r=>r instanceof ArrayBuffer?new Uint8Array(r):r),e=t.reduce((r,s)=>r+s.byteLength,0),n=new Uint8Array(e),o=0;for(let r of t)n.set(r,o),o+=r.byteLength;return n.buffer}async function na(i){let t=[];for await(let e of i)t.push(Ix(e));return ia(...t)}function Ix(i){if(i instanceof ArrayBuffer)return i;if(ArrayBuffer.isView(i)){let{buffer:t,byteOffset:e,byteLength:n}=i;return rf(t,e,n)}return rf(i)}function rf(i,t=0,e=i.byteLength-t){let n=new Uint8Array(i,t,e),o=new Uint8Array(n.length);return o.set(n),o.buffer}var Ox="",sf={};function oa(i){for(let t in sf)if(i.startsWith(t)){let e=sf[t];i=i.replace(t,e)}return!i.startsWith("http://")&&!i.startsWith("https://")&&(i=`${Ox}${i}`),i}function Wo(i){return i&&typeof i=="object"&&i.isBuffer}function ei(i){if(Wo(i))return i;if(i instanceof ArrayBuffer)return i;if(Gs(i))return Vo(i);if(ArrayBuffer.isView(i)){let t=i.buffer;return i.byteOffset===0&&i.byteLength===i.buffer.byteLength?t:t.slice(i.byteOffset,i.byteOffset+i.byteLength)}if(typeof i=="string"){let t=i;return new TextEncoder().encode(t).buffer}if(i&&typeof i=="object"&&i._toArrayBuffer)return i._toArrayBuffer();throw new Error("toArrayBuffer")}function ji(i){if(i instanceof ArrayBuffer)return i;if(Gs(i))return Vo(i);let{buffer:t,byteOffset:e,byteLength:n}=i;return t instanceof ArrayBuffer&&e===0&&n===t.byteLength?t:Vo(t,e,n)}function Vo(i,t=0,e=i.byteLength-t){let n=new Uint8Array(i,t,e),o=new Uint8Array(n.length);return o.set(n),o.buffer}function ra(i){return ArrayBuffer.isView(i)?i:new Uint8Array(i)}var Zt={};De(Zt,{dirname:()=>kx,filename:()=>Rx,join:()=>zx,resolve:()=>Dx});function af(){if(typeof process<"u"&&typeof process.cwd<"u")return process.cwd();let i=window.location?.pathname;return i?.slice(0,i.lastIndexOf("/")+1)||""}function Rx(i){let t=i?i.lastIndexOf("/"):-1;return t>=0?i.substr(t+1):i}function kx(i){let t=i?i.lastIndexOf("/"):-1;return t>=0?i.substr(0,t):""}function zx(...i){return i=i.map((e,n)=>(n&&(e=e.replace(new RegExp("^/"),"")),n!==i.length-1&&(e=e.replace(new RegExp("/$"),"")),e)),i.join("/")}function Dx(...i){let t=[];for(let r=0;r<i.length;r++)t[r]=i[r];let e="",n=!1,o;for(let r=t.length-1;r>=-1&&!n;r--){let s;r>=0?s=t[r]:(o===void 0&&(o=af()),s=o),s.length!==0&&(e=`${s}/${e}`,n=s.charCodeAt(0)===Fi)}return e=Bx(e,!n),n?`/${e}`:e.length>0?e:"."}var Fi=47,sa=46;function Bx(i,t){let e="",n=-1,o=0,r,s=!1;for(let a=0;a<=i.length;++a){if(a<i.length)r=i.charCodeAt(a);else{if(r===Fi)break;r=Fi}if(r===Fi){if(!(n===a-1||o===1))if(n!==a-1&&o===2){if(e.length<2||!s||e.charCodeAt(e.length-1)!==sa||e.charCodeAt(e.length-2)!==sa){if(e.length>2){let c=e.length-1,l=c;for(;l>=0&&e.charCodeAt(l)!==Fi;--l);if(l!==c){e=l===-1?"":e.slice(0,l),n=a,o=0,s=!1;continue}}else if(e.length===2||e.length===1){e="",n=a,o=0,s=!1;continue}}t&&(e.length>0?e+="/..":e="..",s=!0)}else{let c=i.slice(n+1,a);e.length>0?e+=`/${c}`:e=c,s=!1}n=a,o=0}else r===sa&&o!==-1?++o:o=-1}return e}var Go=class extends Error{constructor(t,e){super(t),this.reason=e.reason,this.url=e.url,this.response=e.response}reason;url;response};var Fx=/^data:([-\w.]+\/[-\w.+]+)(;|,)/,Ux=/^([-\w.]+\/[-\w.+]+)/;function aa(i,t){return i.toLowerCase()===t.toLowerCase()}function cf(i){let t=Ux.exec(i);return t?t[1]:i}function ca(i){let t=Fx.exec(i);return t?t[1]:""}var lf=/\?.*/;function ff(i){let t=i.match(lf);return t&&t[0]}function ce(i){return i.replace(lf,"")}function hf(i){if(i.length<50)return i;let t=i.slice(i.length-15);return`${i.substr(0,32)}...${t}`}function Te(i){return at(i)?i.url:ct(i)?("name"in i?i.name:"")||"":typeof i=="string"?i:""}function ii(i){if(at(i)){let t=i.headers.get("content-type")||"",e=ce(i.url);return cf(t)||ca(e)}return ct(i)?i.type||"":typeof i=="string"?ca(i):""}function uf(i){return at(i)?i.headers["content-length"]||-1:ct(i)?i.size:typeof i=="string"?i.length:i instanceof ArrayBuffer||ArrayBuffer.isView(i)?i.byteLength:-1}async function Yo(i){if(at(i))return i;let t={},e=uf(i);e>=0&&(t["content-length"]=String(e));let n=Te(i),o=ii(i);o&&(t["content-type"]=o);let r=await Wx(i);r&&(t["x-first-bytes"]=r),typeof i=="string"&&(i=new TextEncoder().encode(i));let s=new Response(i,{headers:t});return Object.defineProperty(s,"url",{value:n}),s}async function df(i){if(!i.ok)throw await Vx(i)}async function Vx(i){let t=hf(i.url),e=`Failed to fetch resource (${i.status}) ${i.statusText}: ${t}`;e=e.length>100?`${e.slice(0,100)}...`:e;let n={reason:i.statusText,url:i.url,response:i};try{let o=i.headers.get("Content-Type");n.reason=!i.bodyUsed&&o?.includes("application/json")?await i.json():await i.text()}catch{}return new Go(e,n)}async function Wx(i){if(typeof i=="string")return`data:,${i.slice(0,5)}`;if(i instanceof Blob){let e=i.slice(0,5);return await new Promise(n=>{let o=new FileReader;o.onload=r=>n(r?.target?.result),o.readAsDataURL(e)})}if(i instanceof ArrayBuffer){let e=i.slice(0,5);return`data:base64,${Gx(e)}`}return null}function Gx(i){let t="",e=new Uint8Array(i);for(let n=0;n<e.byteLength;n++)t+=String.fromCharCode(e[n]);return btoa(t)}function Yx(i){return!$x(i)&&!Hx(i)}function $x(i){return i.startsWith("http:")||i.startsWith("https:")}function Hx(i){return i.startsWith("data:")}async function la(i,t){if(typeof i=="string"){let e=oa(i);return Yx(e)&&globalThis.loaders?.fetchNode?globalThis.loaders?.fetchNode(e,t):await fetch(e,t)}return await Yo(i)}var Ui=new Be({id:"loaders.gl"}),$o=class{log(){return()=>{}}info(){return()=>{}}warn(){return()=>{}}error(){return()=>{}}},Ho=class{console;constructor(){this.console=console}log(...t){return this.console.log.bind(this.console,...t)}info(...t){return this.console.info.bind(this.console,...t)}warn(...t){return this.console.warn.bind(this.console,...t)}error(...t){return this.console.error.bind(this.console,...t)}};var Zo={core:{baseUrl:void 0,fetch:null,mimeType:void 0,fallbackMimeType:void 0,ignoreRegisteredLoaders:void 0,nothrow:!1,log:new Ho,useLocalLibraries:!1,CDN:"https://unpkg.com/@loaders.gl",worker:!0,maxConcurrency:3,maxMobileConcurrency:1,reuseWorkers:Ce,_nodeWorkers:!1,_workerType:"",limit:0,_limitMB:0,batchSize:"auto",batchDebounceMs:0,metadata:!1,transforms:[]}},pf={baseUri:"core.baseUrl",fetch:"core.fetch",mimeType:"core.mimeType",fallbackMimeType:"core.fallbackMimeType",ignoreRegisteredLoaders:"core.ignoreRegisteredLoaders",nothrow:"core.nothrow",log:"core.log",useLocalLibraries:"core.useLocalLibraries",CDN:"core.CDN",worker:"core.worker",maxConcurrency:"core.maxConcurrency",maxMobileConcurrency:"core.maxMobileConcurrency",reuseWorkers:"core.reuseWorkers",_nodeWorkers:"core.nodeWorkers",_workerType:"core._workerType",_worker:"core._workerType",limit:"core.limit",_limitMB:"core._limitMB",batchSize:"core.batchSize",batchDebounceMs:"core.batchDebounceMs",metadata:"core.metadata",transforms:"core.transforms",throws:"nothrow",dataType:"(no longer used)",uri:"core.baseUrl",method:"core.fetch.method",headers:"core.fetch.headers",body:"core.fetch.body",mode:"core.fetch.mode",credentials:"core.fetch.credentials",cache:"core.fetch.cache",redirect:"core.fetch.redirect",referrer:"core.fetch.referrer",referrerPolicy:"core.fetch.referrerPolicy",integrity:"core.fetch.integrity",keepalive:"core.fetch.keepalive",signal:"core.fetch.signal"};var fa=["baseUrl","fetch","mimeType","fallbackMimeType","ignoreRegisteredLoaders","nothrow","log","useLocalLibraries","CDN","worker","maxConcurrency","maxMobileConcurrency","reuseWorkers","_nodeWorkers","_workerType","limit","_limitMB","batchSize","batchDebounceMs","metadata","transforms"];function ha(){globalThis.loaders=globalThis.loaders||{};let{loaders:i}=globalThis;return i._state||(i._state={}),i._state}function ua(){let i=ha();return i.globalOptions=i.globalOptions||{...Zo,core:{...Zo.core}},qt(i.globalOptions)}function yf(i,t,e,n){return e=e||[],e=Array.isArray(e)?e:[e],Zx(i,e),qt(Xx(t,i,n))}function qt(i){let t=Jx(i);xf(t);for(let e of fa)t.core&&t.core[e]!==void 0&&delete t[e];return t.core&&t.core._workerType!==void 0&&delete t._worker,t}function Zx(i,t){gf(i,null,Zo,pf,t);for(let e of t){let n=i&&i[e.id]||{},o=e.options&&e.options[e.id]||{},r=e.deprecatedOptions&&e.deprecatedOptions[e.id]||{};gf(n,e.id,o,r,t)}}function gf(i,t,e,n,o){let r=t||"Top level",s=t?`${t}.`:"";for(let a in i){let c=!t&&Ft(i[a]),l=a==="baseUri"&&!t,f=a==="workerUrl"&&t;if(!(a in e)&&!l&&!f){if(a in n)Ui.level>0&&Ui.warn(`${r} loader option '${s}${a}' no longer supported, use '${n[a]}'`)();else if(!c&&Ui.level>0){let h=qx(a,o);Ui.warn(`${r} loader option '${s}${a}' not recognized. ${h}`)()}}}}function qx(i,t){let e=i.toLowerCase(),n="";for(let o of t)for(let r in o.options){if(i===r)return`Did you mean '${o.id}.${r}'?`;let s=r.toLowerCase();(e.startsWith(s)||s.startsWith(e))&&(n=n||`Did you mean '${o.id}.${r}'?`)}return n}function Xx(i,t,e){let n=i.options||{},o={...n};n.core&&(o.core={...n.core}),xf(o),o.core?.log===null&&(o.core={...o.core,log:new $o}),mf(o,qt(ua()));let r=qt(t);return mf(o,r),Kx(o,e),Qx(o),o}function mf(i,t){for(let e in t)if(e in t){let n=t[e];Uo(n)&&Uo(i[e])?i[e]={...i[e],...t[e]}:i[e]=t[e]}}function Kx(i,t){if(!t)return;i.core?.baseUrl!==void 0||(i.core||={},i.core.baseUrl=Zt.dirname(ce(t)))}function Jx(i){let t={...i};return i.core&&(t.core={...i.core}),t}function xf(i){i.baseUri!==void 0&&(i.core||={},i.core.baseUrl===void 0&&(i.core.baseUrl=i.baseUri));for(let e of fa)if(i[e]!==void 0){let o=i.core=i.core||{};o[e]===void 0&&(o[e]=i[e])}let t=i._worker;t!==void 0&&(i.core||={},i.core._workerType===void 0&&(i.core._workerType=t))}function Qx(i){let t=i.core;if(t)for(let e of fa)t[e]!==void 0&&(i[e]=t[e])}function Vi(i){return i?(Array.isArray(i)&&(i=i[0]),Array.isArray(i?.extensions)):!1}function Wi(i){se(i,"null loader"),se(Vi(i),"invalid loader");let t;return Array.isArray(i)&&(t=i[1],i=i[0],i={...i,options:{...i.options,...t}}),(i?.parseTextSync||i?.parseText)&&(i.text=!0),i.text||(i.binary=!0),i}var vf=()=>{let i=ha();return i.loaderRegistry=i.loaderRegistry||[],i.loaderRegistry};function da(i){let t=vf();i=Array.isArray(i)?i:[i];for(let e of i){let n=Wi(e);t.find(o=>n===o)||t.unshift(n)}}function _f(){return vf()}var t0=/\.([^.]+)$/;async function bf(i,t=[],e,n){if(!Sf(i))return null;let o=qt(e||{});if(o.core||={},i instanceof Response&&Pf(i)){let s=await i.clone().text(),a=qo(s,t,{...o,core:{...o.core,nothrow:!0}},n);if(a)return a}let r=qo(i,t,{...o,core:{...o.core,nothrow:!0}},n);if(r)return r;if(ct(i)&&(i=await i.slice(0,10).arrayBuffer(),r=qo(i,t,o,n)),!r&&i instanceof Response&&Pf(i)){let s=await i.clone().text();r=qo(s,t,o,n)}if(!r&&!o.core.nothrow)throw new Error(Ef(i));return r}function Pf(i){let t=ii(i);return!!(t&&(t.startsWith("text/")||t==="application/json"||t.endsWith("+json")))}function qo(i,t=[],e,n){if(!Sf(i))return null;let o=qt(e||{});if(o.core||={},t&&!Array.isArray(t))return Wi(t);let r=[];t&&(r=r.concat(t)),o.core.ignoreRegisteredLoaders||r.push(..._f()),i0(r);let s=e0(i,r,o,n);if(!s&&!o.core.nothrow)throw new Error(Ef(i));return s}function e0(i,t,e,n){let o=Te(i),r=ii(i),s=ce(o)||n?.url,a=null,c="";return e?.core?.mimeType&&(a=pa(t,e?.core?.mimeType),c=`match forced by supplied MIME type ${e?.core?.mimeType}`),a=a||n0(t,s),c=c||(a?`matched url ${s}`:""),a=a||pa(t,r),c=c||(a?`matched MIME type ${r}`:""),a=a||r0(t,i),c=c||(a?`matched initial data ${Cf(i)}`:""),e?.core?.fallbackMimeType&&(a=a||pa(t,e?.core?.fallbackMimeType),c=c||(a?`matched fallback MIME type ${r}`:"")),c&&Ws.log(1,`selectLoader selected ${a?.name}: ${c}.`),a}function Sf(i){return!(i instanceof Response&&i.status===204)}function Ef(i){let t=Te(i),e=ii(i),n="No valid loader found (";n+=t?`${Zt.filename(t)}, `:"no url provided, ",n+=`MIME type: ${e?`"${e}"`:"not provided"}, `;let o=i?Cf(i):"";return n+=o?` first bytes: "${o}"`:"first bytes: not available",n+=")",n}function i0(i){for(let t of i)Wi(t)}function n0(i,t){let e=t&&t0.exec(t),n=e&&e[1];return n?o0(i,n):null}function o0(i,t){t=t.toLowerCase();for(let e of i)for(let n of e.extensions)if(n.toLowerCase()===t)return e;return null}function pa(i,t){for(let e of i)if(e.mimeTypes?.some(n=>aa(t,n))||aa(t,`application/x.${e.id}`))return e;return null}function r0(i,t){if(!t)return null;for(let e of i)if(typeof t=="string"){if(s0(t,e))return e}else if(ArrayBuffer.isView(t)){if(wf(t.buffer,t.byteOffset,e))return e}else if(t instanceof ArrayBuffer&&wf(t,0,e))return e;return null}function s0(i,t){return t.testText?t.testText(i):(Array.isArray(t.tests)?t.tests:[t.tests]).some(n=>i.startsWith(n))}function wf(i,t,e){return(Array.isArray(e.tests)?e.tests:[e.tests]).some(o=>a0(i,t,e,o))}function a0(i,t,e,n){if(Qe(n))return ea(n,i,n.byteLength);switch(typeof n){case"function":return n(ji(i));case"string":let o=ga(i,t,n.length);return n===o;default:return!1}}function Cf(i,t=5){return typeof i=="string"?i.slice(0,t):ArrayBuffer.isView(i)?ga(i.buffer,i.byteOffset,t):i instanceof ArrayBuffer?ga(i,0,t):""}function ga(i,t,e){if(i.byteLength<t+e)return"";let n=new DataView(i),o="";for(let r=0;r<e;r++)o+=String.fromCharCode(n.getUint8(t+r));return o}var c0=256*1024;function*Mf(i,t){let e=t?.chunkSize||c0,n=0,o=new TextEncoder;for(;n<i.length;){let r=Math.min(i.length-n,e),s=i.slice(n,n+r);n+=r,yield ji(o.encode(s))}}function*Tf(i,t={}){let{chunkSize:e=262144}=t,n=0;for(;n<i.byteLength;){let o=Math.min(i.byteLength-n,e),r=new ArrayBuffer(o),s=new Uint8Array(i,n,o);new Uint8Array(r).set(s),n+=o,yield r}}async function*Lf(i,t){let e=t?.chunkSize||1048576,n=0;for(;n<i.size;){let o=n+e,r=await i.slice(n,o).arrayBuffer();n=o,yield r}}function ma(i,t){return Ce?l0(i,t):f0(i,t)}async function*l0(i,t){let e=i.getReader(),n;try{for(;;){let o=n||e.read();t?._streamReadAhead&&(n=e.read());let{done:r,value:s}=await o;if(r)return;yield ei(s)}}catch{e.releaseLock()}}async function*f0(i,t){for await(let e of i)yield ei(e)}function Af(i,t){if(typeof i=="string")return Mf(i,t);if(i instanceof ArrayBuffer)return Tf(i,t);if(ct(i))return Lf(i,t);if(Di(i))return ma(i,t);if(at(i)){let e=i.body;if(!e)throw new Error("Readable stream not available on Response");return ma(e,t)}throw new Error("makeIterator")}var If="Cannot convert supplied data type";function h0(i,t,e){if(t.text&&typeof i=="string")return i;if(Wo(i)&&(i=i.buffer),Qe(i)){let n=ra(i);return t.text&&!t.binary?new TextDecoder("utf8").decode(n):ei(n)}throw new Error(If)}async function Of(i,t,e){if(typeof i=="string"||Qe(i))return h0(i,t,e);if(ct(i)&&(i=await Yo(i)),at(i))return await df(i),t.binary?await i.arrayBuffer():await i.text();if(Di(i)&&(i=Af(i,e)),Ys(i)||$s(i))return na(i);throw new Error(If)}function Xo(i,t){let e=ua(),n=i||e,o=n.fetch??n.core?.fetch;return typeof o=="function"?o:Ft(o)?r=>la(r,o):t?.fetch?t?.fetch:la}function Rf(i,t,e){if(e)return e;let n={fetch:Xo(t,i),...i};if(n.url){let o=ce(n.url);n.baseUrl=o,n.queryString=ff(n.url),n.filename=Zt.filename(o),n.baseUrl=Zt.dirname(o)}return Array.isArray(n.loaders)||(n.loaders=null),n}function kf(i,t){if(i&&!Array.isArray(i))return i;let e;if(i&&(e=Array.isArray(i)?i:[i]),t&&t.loaders){let n=Array.isArray(t.loaders)?t.loaders:[t.loaders];e=e?[...e,...n]:n}return e&&e.length?e:void 0}async function Gi(i,t,e,n){t&&!Array.isArray(t)&&!Vi(t)&&(n=void 0,e=t,t=void 0),i=await i,e=e||{};let o=Te(i),s=kf(t,n),a=await bf(i,s,e);if(!a)return null;let c=yf(e,a,s,o);return n=Rf({url:o,_parse:Gi,loaders:s},c,n||null),await u0(a,i,c,n)}async function u0(i,t,e,n){if(Js(i),e=Hs(i.options,e),at(t)){let{ok:r,redirected:s,status:a,statusText:c,type:l,url:f}=t,h=Object.fromEntries(t.headers.entries());n.response={headers:h,ok:r,redirected:s,status:a,statusText:c,type:l,url:f}}t=await Of(t,i,e);let o=i;if(o.parseTextSync&&typeof t=="string")return o.parseTextSync(t,e,n);if(Qs(i,e))return await ta(i,t,e,n,Gi);if(o.parseText&&typeof t=="string")return await o.parseText(t,e,n);if(o.parse)return await o.parse(t,e,n);throw et(!o.parseSync),new Error(`${i.id} loader - no parser found and worker is disabled`)}async function le(i,t,e,n){let o,r;!Array.isArray(t)&&!Vi(t)?(o=[],r=t,n=void 0):(o=t,r=e);let s=Xo(r),a=i;return typeof i=="string"&&(a=await s(i)),ct(i)&&(a=await s(i)),typeof i=="string"&&(qt(r||{}).core?.baseUrl||(r={...r,core:{...r?.core,baseUrl:i}})),Array.isArray(o)?await Gi(a,o,r):await Gi(a,o,r)}var Yi=class{constructor(t,e,n){this._loadCount=0,this._subscribers=new Set,this.id=t,this.context=n,this.setData(e)}subscribe(t){this._subscribers.add(t)}unsubscribe(t){this._subscribers.delete(t)}inUse(){return this._subscribers.size>0}delete(){}getData(){return this.isLoaded?this._error?Promise.reject(this._error):this._content:this._loader.then(()=>this.getData())}setData(t,e){if(t===this._data&&!e)return;this._data=t;let n=++this._loadCount,o=t;typeof t=="string"&&(o=le(t)),o instanceof Promise?(this.isLoaded=!1,this._loader=o.then(r=>{this._loadCount===n&&(this.isLoaded=!0,this._error=void 0,this._content=r)}).catch(r=>{this._loadCount===n&&(this.isLoaded=!0,this._error=r||!0)})):(this.isLoaded=!0,this._error=void 0,this._content=t);for(let r of this._subscribers)r.onChange(this.getData())}};var $i=class{constructor(t){this.protocol=t.protocol||"resource://",this._context={device:t.device,gl:t.device?.gl,resourceManager:this},this._resources={},this._consumers={},this._pruneRequest=null}contains(t){return t.startsWith(this.protocol)?!0:t in this._resources}add({resourceId:t,data:e,forceUpdate:n=!1,persistent:o=!0}){let r=this._resources[t];r?r.setData(e,n):(r=new Yi(t,e,this._context),this._resources[t]=r),r.persistent=o}remove(t){let e=this._resources[t];e&&(e.delete(),delete this._resources[t])}unsubscribe({consumerId:t}){let e=this._consumers[t];if(e){for(let n in e){let o=e[n],r=this._resources[o.resourceId];r&&r.unsubscribe(o)}delete this._consumers[t],this.prune()}}subscribe({resourceId:t,onChange:e,consumerId:n,requestId:o="default"}){let{_resources:r,protocol:s}=this;t.startsWith(s)&&(t=t.replace(s,""),r[t]||this.add({resourceId:t,data:null,persistent:!1}));let a=r[t];if(this._track(n,o,a,e),a)return a.getData()}prune(){this._pruneRequest||(this._pruneRequest=setTimeout(()=>this._prune(),0))}finalize(){for(let t in this._resources)this._resources[t].delete()}_track(t,e,n,o){let r=this._consumers,s=r[t]=r[t]||{},a=s[e],c=a&&a.resourceId&&this._resources[a.resourceId];c&&(c.unsubscribe(a),this.prune()),n&&(a?(a.onChange=o,a.resourceId=n.id):a={onChange:o,resourceId:n.id},s[e]=a,n.subscribe(a))}_prune(){this._pruneRequest=null;for(let t of Object.keys(this._resources)){let e=this._resources[t];!e.persistent&&!e.inUse()&&(e.delete(),delete this._resources[t])}}};var ya=class{constructor(t={}){this._pool=[],this.opts={overAlloc:2,poolSize:100},this.setOptions(t)}setOptions(t){Object.assign(this.opts,t)}allocate(t,e,{size:n=1,type:o,padding:r=0,copy:s=!1,initialize:a=!1,maxCount:c}){let l=o||t&&t.constructor||Float32Array,f=e*n+r;if(ArrayBuffer.isView(t)){if(f<=t.length)return t;if(f*t.BYTES_PER_ELEMENT<=t.buffer.byteLength)return new l(t.buffer,0,f)}let h=1/0;c&&(h=c*n+r);let u=this._allocate(l,f,a,h);return t&&s?u.set(t):a||u.fill(0,0,4),this._release(t),u}release(t){this._release(t)}_allocate(t,e,n,o){let r=Math.max(Math.ceil(e*this.opts.overAlloc),1);r>o&&(r=o);let s=this._pool,a=t.BYTES_PER_ELEMENT*r,c=s.findIndex(l=>l.byteLength>=a);if(c>=0){let l=new t(s.splice(c,1)[0],0,r);return n&&l.fill(0),l}return new t(r)}_release(t){if(!ArrayBuffer.isView(t))return;let e=this._pool,{buffer:n}=t,{byteLength:o}=n,r=e.findIndex(s=>s.byteLength>=o);r<0?e.push(n):(r>0||e.length<this.opts.poolSize)&&e.splice(r,0,n),e.length>this.opts.poolSize&&e.shift()}},Tt=new ya;function oi(){return[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}function Zi(i,t){let e=i%t;return e<0?t+e:e}function Df(i){return[i[12],i[13],i[14]]}function Bf(i){let t=i[10],e=i[14];return{near:e/(t-1),far:e/(t+1)}}function Nf(i){return{left:ni(i[3]+i[0],i[7]+i[4],i[11]+i[8],i[15]+i[12]),right:ni(i[3]-i[0],i[7]-i[4],i[11]-i[8],i[15]-i[12]),bottom:ni(i[3]+i[1],i[7]+i[5],i[11]+i[9],i[15]+i[13]),top:ni(i[3]-i[1],i[7]-i[5],i[11]-i[9],i[15]-i[13]),near:ni(i[3]+i[2],i[7]+i[6],i[11]+i[10],i[15]+i[14]),far:ni(i[3]-i[2],i[7]-i[6],i[11]-i[10],i[15]-i[14])}}var zf=new J;function ni(i,t,e,n){zf.set(i,t,e);let o=zf.len();return{distance:n/o,normal:new J(-i/o,-t/o,-e/o)}}function d0(i){return i-Math.fround(i)}var Hi;function ri(i,t){let{size:e=1,startIndex:n=0}=t,o=t.endIndex!==void 0?t.endIndex:i.length,r=(o-n)/e;Hi=Tt.allocate(Hi,r,{type:Float32Array,size:e*2});let s=n,a=0;for(;s<o;){for(let c=0;c<e;c++){let l=i[s++];Hi[a+c]=l,Hi[a+c+e]=d0(l)}a+=e*2}return Hi.subarray(0,r*e*2)}function jf(i){let t=null,e=!1;for(let n of i)n&&(t?(e||(t=[[t[0][0],t[0][1]],[t[1][0],t[1][1]]],e=!0),t[0][0]=Math.min(t[0][0],n[0][0]),t[0][1]=Math.min(t[0][1],n[0][1]),t[1][0]=Math.max(t[1][0],n[1][0]),t[1][1]=Math.max(t[1][1],n[1][1])):t=n);return t}var p0=Math.PI/180,g0=oi(),Ff=[0,0,0],m0={unitsPerMeter:[1,1,1],metersPerUnit:[1,1,1]};function y0({width:i,height:t,orthographic:e,fovyRadians:n,focalDistance:o,padding:r,near:s,far:a}){let c=i/t,l=e?new W().orthographic({fovy:n,aspect:c,focalDistance:o,near:s,far:a}):new W().perspective({fovy:n,aspect:c,near:s,far:a});if(r){let{left:f=0,right:h=0,top:u=0,bottom:d=0}=r,p=D((f+i-h)/2,0,i)-i/2,g=D((u+t-d)/2,0,t)-t/2;l[8]-=p*2/i,l[9]+=g*2/t}return l}var Ko=class i{constructor(t={}){this._frustumPlanes={},this.id=t.id||this.constructor.displayName||"viewport",this.x=t.x||0,this.y=t.y||0,this.width=t.width||1,this.height=t.height||1,this.zoom=t.zoom||0,this.padding=t.padding,this.distanceScales=t.distanceScales||m0,this.focalDistance=t.focalDistance||1,this.position=t.position||Ff,this.modelMatrix=t.modelMatrix||null;let{longitude:e,latitude:n}=t;this.isGeospatial=Number.isFinite(n)&&Number.isFinite(e),this._initProps(t),this._initMatrices(t),this.equals=this.equals.bind(this),this.project=this.project.bind(this),this.unproject=this.unproject.bind(this),this.projectPosition=this.projectPosition.bind(this),this.unprojectPosition=this.unprojectPosition.bind(this),this.projectFlat=this.projectFlat.bind(this),this.unprojectFlat=this.unprojectFlat.bind(this)}get subViewports(){return null}get metersPerPixel(){return this.distanceScales.metersPerUnit[2]/this.scale}get projectionMode(){return this.isGeospatial?this.zoom<12?q.WEB_MERCATOR:q.WEB_MERCATOR_AUTO_OFFSET:q.IDENTITY}equals(t){return t instanceof i?this===t?!0:t.width===this.width&&t.height===this.height&&t.scale===this.scale&&t.projectionMode===this.projectionMode&&t.resolution===this.resolution&&Ot(t.distanceScales.unitsPerMeter,this.distanceScales.unitsPerMeter)&&Ot(t.projectionMatrix,this.projectionMatrix)&&Ot(t.viewMatrix,this.viewMatrix):!1}project(t,{topLeft:e=!0}={}){let n=this.projectPosition(t),o=oe(n,this.pixelProjectionMatrix),[r,s]=o,a=e?s:this.height-s;return t.length===2?[r,a]:[r,a,o[2]]}unproject(t,{topLeft:e=!0,targetZ:n}={}){let[o,r,s]=t,a=e?r:this.height-r,c=n&&n*this.distanceScales.unitsPerMeter[2],l=pt([o,a,s],this.pixelUnprojectionMatrix,c),[f,h,u]=this.unprojectPosition(l);return Number.isFinite(s)?[f,h,u]:Number.isFinite(n)?[f,h,n]:[f,h]}projectPosition(t){let[e,n]=this.projectFlat(t),o=(t[2]||0)*this.distanceScales.unitsPerMeter[2];return[e,n,o]}unprojectPosition(t){let[e,n]=this.unprojectFlat(t),o=(t[2]||0)*this.distanceScales.metersPerUnit[2];return[e,n,o]}projectFlat(t){if(this.isGeospatial){let e=dt(t);return e[1]=D(e[1],-318,830),e}return t}unprojectFlat(t){return this.isGeospatial?st(t):t}getBounds(t={}){let e={targetZ:t.z||0},n=this.unproject([0,0],e),o=this.unproject([this.width,0],e),r=this.unproject([0,this.height],e),s=this.unproject([this.width,this.height],e);return[Math.min(n[0],o[0],r[0],s[0]),Math.min(n[1],o[1],r[1],s[1]),Math.max(n[0],o[0],r[0],s[0]),Math.max(n[1],o[1],r[1],s[1])]}getDistanceScales(t){return t&&this.isGeospatial?Xe({longitude:t[0],latitude:t[1],highPrecision:!0}):this.distanceScales}containsPixel({x:t,y:e,width:n=1,height:o=1}){return t<this.x+this.width&&this.x<t+n&&e<this.y+this.height&&this.y<e+o}getFrustumPlanes(){return this._frustumPlanes.near?this._frustumPlanes:(Object.assign(this._frustumPlanes,Nf(this.viewProjectionMatrix)),this._frustumPlanes)}panByPosition(t,e,n){return null}_initProps(t){let e=t.longitude,n=t.latitude;this.isGeospatial&&(Number.isFinite(t.zoom)||(this.zoom=Bs({latitude:n})+Math.log2(this.focalDistance)),this.distanceScales=t.distanceScales||Xe({latitude:n,longitude:e}));let o=Math.pow(2,this.zoom);this.scale=o;let{position:r,modelMatrix:s}=t,a=Ff;if(r&&(a=s?new W(s).transformAsVector(r,[]):r),this.isGeospatial){let c=this.projectPosition([e,n,0]);this.center=new J(a).scale(this.distanceScales.unitsPerMeter).add(c)}else this.center=this.projectPosition(a)}_initMatrices(t){let{viewMatrix:e=g0,projectionMatrix:n=null,orthographic:o=!1,fovyRadians:r,fovy:s=75,near:a=.1,far:c=1e3,padding:l=null,focalDistance:f=1}=t;this.viewMatrixUncentered=e,this.viewMatrix=new W().multiplyRight(e).translate(new J(this.center).negate()),this.projectionMatrix=n||y0({width:this.width,height:this.height,orthographic:o,fovyRadians:r||s*p0,focalDistance:f,padding:l,near:a,far:c});let h=oi();H.multiply(h,h,this.projectionMatrix),H.multiply(h,h,this.viewMatrix),this.viewProjectionMatrix=h,this.viewMatrixInverse=H.invert([],this.viewMatrix)||this.viewMatrix,this.cameraPosition=Df(this.viewMatrixInverse);let u=oi(),d=oi();H.scale(u,u,[this.width/2,-this.height/2,1]),H.translate(u,u,[1,-1,0]),H.multiply(d,u,this.viewProjectionMatrix),this.pixelProjectionMatrix=d,this.pixelUnprojectionMatrix=H.invert(oi(),this.pixelProjectionMatrix),this.pixelUnprojectionMatrix||A.warn("Pixel project matrix not invertible")()}};Ko.displayName="Viewport";var fe=Ko;var x0="layerManager.setLayers",v0="layerManager.activateViewport",qi=class{constructor(t,e){this._lastRenderedLayers=[],this._needsRedraw=!1,this._needsUpdate=!1,this._nextLayers=null,this._debug=!1,this._defaultShaderModulesChanged=!1,this.activateViewport=a=>{G(v0,this,a),a&&(this.context.viewport=a)};let{deck:n,stats:o,viewport:r,timeline:s}=e||{};this.layers=[],this.resourceManager=new $i({device:t,protocol:"deck://"}),this.context={mousePosition:null,userData:{},layerManager:this,device:t,gl:t?.gl,deck:n,shaderAssembler:Vl(t?.info?.shadingLanguage||"glsl"),defaultShaderModules:[js],renderPass:void 0,stats:o||new co({id:"deck.gl"}),viewport:r||new fe({id:"DEFAULT-INITIAL-VIEWPORT"}),timeline:s||new fo,resourceManager:this.resourceManager,onError:void 0},Object.seal(this)}finalize(){this.resourceManager.finalize();for(let t of this.layers)this._finalizeLayer(t)}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;t.clearRedrawFlags&&(this._needsRedraw=!1);for(let n of this.layers){let o=n.getNeedsRedraw(t);e=e||o}return e}needsUpdate(){return this._nextLayers&&this._nextLayers!==this._lastRenderedLayers?"layers changed":this._defaultShaderModulesChanged?"shader modules changed":this._needsUpdate}setNeedsRedraw(t){this._needsRedraw=this._needsRedraw||t}setNeedsUpdate(t){this._needsUpdate=this._needsUpdate||t}getLayers({layerIds:t}={}){return t?this.layers.filter(e=>t.find(n=>e.id.indexOf(n)===0)):this.layers}setProps(t){"debug"in t&&(this._debug=t.debug),"userData"in t&&(this.context.userData=t.userData),"layers"in t&&(this._nextLayers=t.layers),"onError"in t&&(this.context.onError=t.onError)}setLayers(t,e){G(x0,this,e,t),this._lastRenderedLayers=t;let n=Je(t,Boolean);for(let o of n)o.context=this.context;this._updateLayers(this.layers,n)}updateLayers(){let t=this.needsUpdate();t&&(this.setNeedsRedraw(`updating layers: ${t}`),this.setLayers(this._nextLayers||this._lastRenderedLayers,t)),this._nextLayers=null}addDefaultShaderModule(t){let{defaultShaderModules:e}=this.context;e.find(n=>n.name===t.name)||(e.push(t),this._defaultShaderModulesChanged=!0)}removeDefaultShaderModule(t){let{defaultShaderModules:e}=this.context,n=e.findIndex(o=>o.name===t.name);n>=0&&(e.splice(n,1),this._defaultShaderModulesChanged=!0)}_handleError(t,e,n){n.raiseError(e,`${t} of ${n}`)}_updateLayers(t,e){let n={};for(let s of t)n[s.id]?A.warn(`Multiple old layers with same id ${s.id}`)():n[s.id]=s;if(this._defaultShaderModulesChanged){for(let s of t)s.setNeedsUpdate(),s.setChangeFlags({extensionsChanged:!0});this._defaultShaderModulesChanged=!1}let o=[];this._updateSublayersRecursively(e,n,o),this._finalizeOldLayers(n);let r=!1;for(let s of o)if(s.hasUniformTransition()){r=`Uniform transition in ${s}`;break}this._needsUpdate=r,this.layers=o}_updateSublayersRecursively(t,e,n){for(let o of t){o.context=this.context;let r=e[o.id];r===null&&A.warn(`Multiple new layers with same id ${o.id}`)(),e[o.id]=null;let s=null;try{this._debug&&r!==o&&o.validateProps(),r?(this._transferLayerState(r,o),this._updateLayer(o)):this._initializeLayer(o),n.push(o),s=o.isComposite?o.getSubLayers():null}catch(a){this._handleError("matching",a,o)}s&&this._updateSublayersRecursively(s,e,n)}}_finalizeOldLayers(t){for(let e in t){let n=t[e];n&&this._finalizeLayer(n)}}_initializeLayer(t){try{t._initialize(),t.lifecycle=re.INITIALIZED}catch(e){this._handleError("initialization",e,t)}}_transferLayerState(t,e){e._transferState(t),e.lifecycle=re.MATCHED,e!==t&&(t.lifecycle=re.AWAITING_GC)}_updateLayer(t){try{t._update()}catch(e){this._handleError("update",e,t)}}_finalizeLayer(t){this._needsRedraw=this._needsRedraw||`finalized ${t}`,t.lifecycle=re.AWAITING_FINALIZATION;try{t._finalize(),t.lifecycle=re.FINALIZED}catch(e){this._handleError("finalization",e,t)}}};function Y(i,t,e){if(i===t)return!0;if(!e||!i||!t)return!1;if(Array.isArray(i)){if(!Array.isArray(t)||i.length!==t.length)return!1;for(let n=0;n<i.length;n++)if(!Y(i[n],t[n],e-1))return!1;return!0}if(Array.isArray(t))return!1;if(typeof i=="object"&&typeof t=="object"){let n=Object.keys(i),o=Object.keys(t);if(n.length!==o.length)return!1;for(let r of n)if(!t.hasOwnProperty(r)||!Y(i[r],t[r],e-1))return!1;return!0}return!1}var he="default-canvas",Xi=class{constructor(t){this.views=[],this.width=100,this.height=100,this.viewState={},this.controllers={},this.timeline=t.timeline,this._viewports=[],this._viewportMap={},this._isUpdating=!1,this._needsRedraw="First render",this._needsUpdate="Initialize",this._eventManager=t.eventManager,this._eventManagers=t.eventManagers||{},this._viewEventManagers={},this._eventCallbacks={onViewStateChange:t.onViewStateChange,onInteractionStateChange:t.onInteractionStateChange},this._pickPosition=t.pickPosition,this._getCanvasContext=t.getCanvasContext,Object.seal(this),this.setProps(t)}finalize(){for(let t in this.controllers){let e=this.controllers[t];e&&e.finalize()}this.controllers={}}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}setNeedsUpdate(t){this._needsUpdate=this._needsUpdate||t,this._needsRedraw=this._needsRedraw||t}updateViewStates(){for(let t in this.controllers){let e=this.controllers[t];e&&e.updateTransition()}}getViewports(t){return t?this._viewports.filter(e=>{let n=!t.canvasId||this.getCanvasId(e.id)===t.canvasId,o=!("x"in t)||e.containsPixel(t);return n&&o}):this._viewports}getViews(){let t={};return this.views.forEach(e=>{t[e.id]=e}),t}getView(t){return this.views.find(e=>e.id===t)}getViewState(t){let e=typeof t=="string"?this.getView(t):t,n=e&&this.viewState[e.getViewStateId()]||this.viewState;return e?e.filterViewState(n):n}getViewport(t){return this._viewportMap[t]}getCanvasId(t){let e=typeof t=="string"?this.getView(t):t;return e?this._viewEventManagers[e.id]?.canvasId||this._getCanvasIdFromView(e):void 0}unproject(t,e){let n=this.getViewports(),o={x:t[0],y:t[1]};for(let r=n.length-1;r>=0;--r){let s=n[r];if(s.containsPixel(o)){let a=t.slice();return a[0]-=s.x,a[1]-=s.y,s.unproject(a,e)}}return null}setProps(t){t.views&&this._setViews(t.views),t.viewState&&this._setViewState(t.viewState),("width"in t||"height"in t)&&this._setSize(t.width,t.height),"pickPosition"in t&&(this._pickPosition=t.pickPosition),"eventManagers"in t&&this._setEventManagers(t.eventManagers||{}),this._isUpdating||this._update()}_update(){this._isUpdating=!0,this._needsUpdate&&(this._needsUpdate=!1,this._rebuildViewports()),this._needsUpdate&&(this._needsUpdate=!1,this._rebuildViewports()),this._isUpdating=!1}_setSize(t,e){(t!==this.width||e!==this.height)&&(this.width=t,this.height=e,this.setNeedsUpdate("Size changed"))}_setViews(t){t=Je(t,Boolean),this._diffViews(t,this.views)&&this.setNeedsUpdate("views changed"),this.views=t}_setViewState(t){t?(!Y(t,this.viewState,3)&&this.setNeedsUpdate("viewState changed"),this.viewState=t):A.warn("missing `viewState` or `initialViewState`")()}_setEventManagers(t){this._eventManagers!==t&&(this._eventManagers=t,this.setNeedsUpdate("eventManagers changed"))}_getCanvasIdFromView(t){return t.props.canvasId||this._getCanvasContext?.(t.id)?.id||he}_getCanvasDimensions(t){let e=this._getCanvasContext?.(t.id),[n,o]=e?.getCSSSize()||[this.width,this.height];return{width:n,height:o}}_getViewEventManager(t){let e=this.getCanvasId(t)||he;return{canvasId:e,eventManager:this._eventManagers[e]||this._eventManager}}_startViewportRebuild(){let t=this.controllers,e=this._viewEventManagers;return this._viewports=[],this.controllers={},this._viewEventManagers={},{oldControllers:t,oldViewEventManagers:e}}_getReusableController(t,e,n){return t&&(e?.canvasId!==n.canvasId||e?.eventManager!==n.eventManager)?(t.finalize(),null):t}_createController(t,e){let n=e.type;return new n({timeline:this.timeline,eventManager:this._getViewEventManager(t).eventManager,onViewStateChange:this._eventCallbacks.onViewStateChange,onStateChange:this._eventCallbacks.onInteractionStateChange,makeViewport:r=>this.getView(t.id)?.makeViewport({viewState:r,...this._getCanvasDimensions(t)}),pickPosition:(r,s)=>this._pickPosition?.(r,s,t.id)})}_updateController(t,e,n,o){let r=t.controller;if(r&&n){let s={...e,...r,id:t.id,x:n.x,y:n.y,width:n.width,height:n.height};return(!o||o.constructor!==r.type)&&(o=this._createController(t,s)),o&&o.setProps(s),o}return null}_rebuildViewports(){let{views:t}=this,{oldControllers:e,oldViewEventManagers:n}=this._startViewportRebuild(),o=!1;for(let r=t.length;r--;){let s=t[r],{width:a,height:c}=this._getCanvasDimensions(s),l=this._getViewEventManager(s);this._viewEventManagers[s.id]=l;let f=this.getViewState(s),h=s.makeViewport({viewState:f,width:a,height:c}),u=this._getReusableController(e[s.id],n[s.id],l),d=!!s.controller;d&&!u&&(o=!0),(o||!d)&&u&&(u.finalize(),u=null),this.controllers[s.id]=this._updateController(s,f,h,u),h&&this._viewports.unshift(h)}for(let r in e){let s=e[r];s&&!this.controllers[r]&&s.finalize()}this._buildViewportMap()}_buildViewportMap(){this._viewportMap={},this._viewports.forEach(t=>{t.id&&(this._viewportMap[t.id]=this._viewportMap[t.id]||t)})}_diffViews(t,e){return t.length!==e.length?!0:t.some((n,o)=>!t[o].equals(e[o]))}};var _0=/^(?:\d+\.?\d*|\.\d+)$/;function nt(i){switch(typeof i){case"number":if(!Number.isFinite(i))throw new Error(`Could not parse position string ${i}`);return{type:"literal",value:i};case"string":try{let t=P0(i);return new va(t).parseExpression()}catch(t){let e=t instanceof Error?t.message:String(t);throw new Error(`Could not parse position string ${i}: ${e}`)}default:throw new Error(`Could not parse position string ${i}`)}}function xa(i,t){switch(i.type){case"literal":return i.value;case"percentage":return Math.round(i.value*t);case"binary":let e=xa(i.left,t),n=xa(i.right,t);return i.operator==="+"?e+n:e-n;default:throw new Error("Unknown layout expression type")}}function ot(i,t){return xa(i,t)}function P0(i){let t=[],e=0;for(;e<i.length;){let n=i[e];if(/\s/.test(n)){e++;continue}if(n==="+"||n==="-"||n==="("||n===")"||n==="%"){t.push({type:"symbol",value:n}),e++;continue}if(Uf(n)||n==="."){let o=e,r=n===".";for(e++;e<i.length;){let a=i[e];if(Uf(a)){e++;continue}if(a==="."&&!r){r=!0,e++;continue}break}let s=i.slice(o,e);if(!_0.test(s))throw new Error("Invalid number token");t.push({type:"number",value:parseFloat(s)});continue}if(Vf(n)){let o=e;for(;e<i.length&&Vf(i[e]);)e++;let r=i.slice(o,e).toLowerCase();t.push({type:"word",value:r});continue}throw new Error("Invalid token in position string")}return t}var va=class{constructor(t){this.index=0,this.tokens=t}parseExpression(){let t=this.parseBinaryExpression();if(this.index<this.tokens.length)throw new Error("Unexpected token at end of expression");return t}parseBinaryExpression(){let t=this.parseFactor(),e=this.peek();for(;w0(e);){this.index++;let n=this.parseFactor();t={type:"binary",operator:e.value,left:t,right:n},e=this.peek()}return t}parseFactor(){let t=this.peek();if(!t)throw new Error("Unexpected end of expression");if(t.type==="symbol"&&t.value==="+")return this.index++,this.parseFactor();if(t.type==="symbol"&&t.value==="-"){this.index++;let e=this.parseFactor();return{type:"binary",operator:"-",left:{type:"literal",value:0},right:e}}if(t.type==="symbol"&&t.value==="("){this.index++;let e=this.parseBinaryExpression();if(!this.consumeSymbol(")"))throw new Error("Missing closing parenthesis");return e}if(t.type==="word"&&t.value==="calc"){if(this.index++,!this.consumeSymbol("("))throw new Error("Missing opening parenthesis after calc");let e=this.parseBinaryExpression();if(!this.consumeSymbol(")"))throw new Error("Missing closing parenthesis");return e}if(t.type==="number"){this.index++;let e=t.value,n=this.peek();return n&&n.type==="symbol"&&n.value==="%"?(this.index++,{type:"percentage",value:e/100}):n&&n.type==="word"&&n.value==="px"?(this.index++,{type:"literal",value:e}):{type:"literal",value:e}}throw new Error("Unexpected token in expression")}consumeSymbol(t){let e=this.peek();return e&&e.type==="symbol"&&e.value===t?(this.index++,!0):!1}peek(){return this.tokens[this.index]||null}};function Uf(i){return i>="0"&&i<="9"}function Vf(i){return i>="a"&&i<="z"||i>="A"&&i<="Z"}function w0(i){return!!(i&&i.type==="symbol"&&(i.value==="+"||i.value==="-"))}function Wf(i,t){let e={...i};for(let n in t)n!=="id"&&(Array.isArray(e[n])&&Array.isArray(t[n])?e[n]=b0(e[n],t[n]):e[n]=t[n]);return e}function b0(i,t){i=i.slice();for(let e=0;e<t.length;e++){let n=t[e];Number.isFinite(n)&&(i[e]=n)}return i}var Xt=class{constructor(t){let{id:e,x:n=0,y:o=0,width:r="100%",height:s="100%",padding:a=null}=t;this.id=e||this.constructor.displayName||"view",this.props={...t,id:this.id},this._x=nt(n),this._y=nt(o),this._width=nt(r),this._height=nt(s),this._padding=a&&{left:nt(a.left||0),right:nt(a.right||0),top:nt(a.top||0),bottom:nt(a.bottom||0)},this.equals=this.equals.bind(this),Object.seal(this)}equals(t){return this===t?!0:this.constructor===t.constructor&&Y(this.props,t.props,2)}clone(t){let e=this.constructor;return new e({...this.props,...t})}makeViewport({width:t,height:e,viewState:n}){n=this.filterViewState(n);let o=this.getDimensions({width:t,height:e});if(!o.height||!o.width)return null;let r=this.getViewportType(n);return new r({...n,...this.props,...o})}getViewStateId(){let{viewState:t}=this.props;return typeof t=="string"?t:t?.id||this.id}filterViewState(t){return this.props.viewState&&typeof this.props.viewState=="object"?this.props.viewState.id?Wf(t,this.props.viewState):this.props.viewState:t}getDimensions({width:t,height:e}){let n={x:ot(this._x,t),y:ot(this._y,e),width:ot(this._width,t),height:ot(this._height,e)};return this._padding&&(n.padding={left:ot(this._padding.left,t),top:ot(this._padding.top,e),right:ot(this._padding.right,t),bottom:ot(this._padding.bottom,e)}),n}get controller(){let t=this.props.controller;return t?t===!0?{type:this.ControllerType}:typeof t=="function"?{type:t}:{type:this.ControllerType,...t}:null}};var Jo=class i extends fe{constructor(t={}){let{latitude:e=0,longitude:n=0,zoom:o=0,pitch:r=0,bearing:s=0,nearZMultiplier:a=.1,farZMultiplier:c=1.01,nearZ:l,farZ:f,orthographic:h=!1,projectionMatrix:u,repeat:d=!1,worldOffset:p=0,position:g,padding:m,legacyMeterSizes:v=!1}=t,{width:_,height:y,altitude:x=1.5}=t,P=Math.pow(2,o);_=_||1,y=y||1;let w,C=null;if(u)x=u[5]/2,w=be(x);else{t.fovy?(w=t.fovy,x=Se(w)):w=be(x);let E;if(m){let{top:b=0,bottom:I=0}=m;E=[0,D((b+y-I)/2,0,y)-y/2]}C=Ns({width:_,height:y,scale:P,center:g&&[0,0,g[2]*Ri(e)],offset:E,pitch:r,fovy:w,nearZMultiplier:a,farZMultiplier:c}),Number.isFinite(l)&&(C.near=l),Number.isFinite(f)&&(C.far=f)}let S=zo({height:y,pitch:r,bearing:s,scale:P,altitude:x});p&&(S=new W().translate([512*p,0,0]).multiplyLeft(S)),super({...t,width:_,height:y,viewMatrix:S,longitude:n,latitude:e,zoom:o,...C,fovy:w,focalDistance:x}),this.latitude=e,this.longitude=n,this.zoom=o,this.pitch=r,this.bearing=s,this.altitude=x,this.fovy=w,this.orthographic=h,this._subViewports=d?[]:null,this._pseudoMeters=v,Object.freeze(this)}get subViewports(){if(this._subViewports&&!this._subViewports.length){let t=this.getBounds(),e=Math.floor((t[0]+180)/360),n=Math.ceil((t[2]-180)/360);for(let o=e;o<=n;o++){let r=o?new i({...this,worldOffset:o}):this;this._subViewports.push(r)}}return this._subViewports}equals(t){return t instanceof i&&t._pseudoMeters===this._pseudoMeters&&super.equals(t)}projectPosition(t){if(this._pseudoMeters)return super.projectPosition(t);let[e,n]=this.projectFlat(t),o=(t[2]||0)*Ri(t[1]);return[e,n,o]}unprojectPosition(t){if(this._pseudoMeters)return super.unprojectPosition(t);let[e,n]=this.unprojectFlat(t),o=(t[2]||0)/Ri(n);return[e,n,o]}addMetersToLngLat(t,e){return ki(t,e)}panByPosition(t,e,n){let o=pt(e,this.pixelUnprojectionMatrix),r=this.projectFlat(t),s=tt.add([],r,tt.negate([],o)),a=tt.add([],this.center,s),[c,l]=this.unprojectFlat(a);return{longitude:c,latitude:l}}panByPosition3D(t,e){let n=t[2]||0,o=tt.sub([],t,this.unproject(e,{targetZ:n}));return{longitude:this.longitude+o[0],latitude:this.latitude+o[1]}}getBounds(t={}){let e=Bo(this,t.z||0);return[Math.min(e[0][0],e[1][0],e[2][0],e[3][0]),Math.min(e[0][1],e[1][1],e[2][1],e[3][1]),Math.max(e[0][0],e[1][0],e[2][0],e[3][0]),Math.max(e[0][1],e[1][1],e[2][1],e[3][1])]}fitBounds(t,e={}){let{width:n,height:o}=this,{longitude:r,latitude:s,zoom:a}=Do({width:n,height:o,bounds:t,...e});return new i({width:n,height:o,longitude:r,latitude:s,zoom:a})}};Jo.displayName="WebMercatorViewport";var Le=Jo;var Lt=class{constructor(t){this._inProgress=!1,this._handle=null,this.time=0,this.settings={duration:0},this._timeline=t}get inProgress(){return this._inProgress}start(t){this.cancel(),this.settings=t,this._inProgress=!0,this.settings.onStart?.(this)}end(){this._inProgress&&(this._timeline.removeChannel(this._handle),this._handle=null,this._inProgress=!1,this.settings.onEnd?.(this))}cancel(){this._inProgress&&(this.settings.onInterrupt?.(this),this._timeline.removeChannel(this._handle),this._handle=null,this._inProgress=!1)}update(){if(!this._inProgress)return!1;if(this._handle===null){let{_timeline:t,settings:e}=this;this._handle=t.addChannel({delay:t.getTime(),duration:e.duration})}return this.time=this._timeline.getTime(this._handle),this._onUpdate(),this.settings.onUpdate?.(this),this._timeline.isFinished(this._handle)&&this.end(),!0}_onUpdate(){}};var Gf=()=>{},Yf={mode:"preserve"},S0={mode:"hard"},_a={BREAK:1,SNAP_TO_END:2,IGNORE:3},E0=i=>i,C0=_a.BREAK,Ki=class{constructor(t){this._onTransitionUpdate=e=>{let{time:n,settings:{interpolator:o,startProps:r,endProps:s,duration:a,easing:c}}=e,l=c(n/a),f=o.interpolateProps(r,s,l);this.propsInTransition=this.getControllerState({...this.props,...f},Yf).getViewportProps(),this.onViewStateChange({viewState:this.propsInTransition,oldViewState:this.props})},this.getControllerState=t.getControllerState,this.propsInTransition=null,this.transition=new Lt(t.timeline),this.onViewStateChange=t.onViewStateChange||Gf,this.onStateChange=t.onStateChange||Gf}finalize(){this.transition.cancel()}getViewportInTransition(){return this.propsInTransition}processViewStateChange(t){let e=!1,n=this.props;if(this.props=t,!n||this._shouldIgnoreViewportChange(n,t))return!1;if(this._isTransitionEnabled(t)){let o=n;if(this.transition.inProgress){let{interruption:r,endProps:s}=this.transition.settings;o={...n,...r===_a.SNAP_TO_END?s:this.propsInTransition||n}}this._triggerTransition(o,t),e=!0}else this.transition.cancel();return e}updateTransition(){this.transition.update()}_isTransitionEnabled(t){let{transitionDuration:e,transitionInterpolator:n}=t;return(e>0||e==="auto")&&!!n}_isUpdateDueToCurrentTransition(t){return this.transition.inProgress&&this.propsInTransition?this.transition.settings.interpolator.arePropsEqual(t,this.propsInTransition):!1}_shouldIgnoreViewportChange(t,e){return this.transition.inProgress?this.transition.settings.interruption===_a.IGNORE||this._isUpdateDueToCurrentTransition(e):this._isTransitionEnabled(e)?e.transitionInterpolator.arePropsEqual(t,e):!0}_triggerTransition(t,e){let n=this.getControllerState(t,Yf),o=this.getControllerState(e,S0).shortestPathFrom(n),r=e.transitionInterpolator,s=r.getDuration?r.getDuration(t,e):e.transitionDuration;if(s===0)return;let a=r.initializeProps(t,o);this.propsInTransition={};let c={duration:s,easing:e.transitionEasing||E0,interpolator:r,interruption:e.transitionInterruption||C0,startProps:a.start,endProps:a.end,onStart:e.onTransitionStart,onUpdate:this._onTransitionUpdate,onInterrupt:this._onTransitionEnd(e.onTransitionInterrupt),onEnd:this._onTransitionEnd(e.onTransitionEnd)};this.transition.start(c),this.onStateChange({inTransition:!0}),this.updateTransition()}_onTransitionEnd(t){return e=>{this.propsInTransition=null,this.onStateChange({inTransition:!1,isZooming:!1,isPanning:!1,isRotating:!1}),t?.(e)}}};function z(i,t){if(!i)throw new Error(t||"deck.gl: assertion failed.")}var Ji=class{constructor(t){let{compare:e,extract:n,required:o}=t;this._propsToCompare=e,this._propsToExtract=n||e,this._requiredProps=o}arePropsEqual(t,e){for(let n of this._propsToCompare)if(!(n in t)||!(n in e)||!Ot(t[n],e[n]))return!1;return!0}initializeProps(t,e){let n={},o={};for(let r of this._propsToExtract)(r in t||r in e)&&(n[r]=t[r],o[r]=e[r]);return this._checkRequiredProps(n),this._checkRequiredProps(o),{start:n,end:o}}getDuration(t,e){return e.transitionDuration}_checkRequiredProps(t){this._requiredProps&&this._requiredProps.forEach(e=>{let n=t[e];z(Number.isFinite(n)||Array.isArray(n),`${e} is required for transition`)})}};var M0=["longitude","latitude","zoom","bearing","pitch"],T0=["longitude","latitude","zoom"],At=class extends Ji{constructor(t={}){let e=Array.isArray(t)?t:t.transitionProps,n=Array.isArray(t)?{}:t;n.transitionProps=Array.isArray(e)?{compare:e,required:e}:e||{compare:M0,required:T0},super(n.transitionProps),this.opts=n}initializeProps(t,e){let n=super.initializeProps(t,e),{makeViewport:o,around:r}=this.opts;if(o&&r){let s=o(t),a=o(e),c=s.unproject(r);n.start.around=r,Object.assign(n.end,{around:a.project(c),aroundPosition:c,width:e.width,height:e.height})}return n}interpolateProps(t,e,n){let o={};for(let r of this._propsToExtract)o[r]=ye(t[r]||0,e[r]||0,n);if(e.aroundPosition&&this.opts.makeViewport){let r=this.opts.makeViewport({...e,...o});Object.assign(o,r.panByPosition(e.aroundPosition,ye(t.around,e.around,n)))}return o}};var Vt={transitionDuration:0},L0=300,A0=300,Pa=i=>1-(1-i)*(1-i),I0=i=>i===1?1:1-Math.pow(2,-10*i),Ae={WHEEL:["wheel"],PAN:["panstart","panmove","panend"],PINCH:["pinchstart","pinchmove","pinchend"],MULTI_PAN:["multipanstart","multipanmove","multipanend"],DOUBLE_CLICK:["dblclick"],DOUBLE_CLICK_DRAG:["dblclickdragstart","dblclickdragmove","dblclickdragend","dblclickdragcancel"],KEYBOARD:["keydown"]},Ie={},Kt=class{constructor(t){this.state={},this._events={},this._interactionState={isDragging:!1},this._customEvents=[],this._eventStartBlocked=null,this._panMove=!1,this._multiPanMode=null,this._multiPanStartCenter=null,this._doubleClickDragAnchor=null,this._suppressDoubleClickUntil=0,this.invertPan=!1,this.dragMode="rotate",this.inertia=0,this.scrollZoom=!0,this.dragPan=!0,this.dragRotate=!0,this.doubleClickZoom=!0,this.doubleClickDragZoom=!0,this.touchZoom=!0,this.touchRotate=!1,this.multiTouchDrag=null,this.trackpadGesture=!1,this.zoomAround="pointer",this.keyboard=!0,this.transitionManager=new Ki({...t,getControllerState:(e,n)=>new this.ControllerState({...e,constraintContext:n,makeViewport:t.makeViewport}),onViewStateChange:this._onTransition.bind(this),onStateChange:this._setInteractionState.bind(this)}),this.handleEvent=this.handleEvent.bind(this),this.eventManager=t.eventManager,this.onViewStateChange=t.onViewStateChange||(()=>{}),this.onStateChange=t.onStateChange||(()=>{}),this.makeViewport=t.makeViewport,this.pickPosition=t.pickPosition}set events(t){this.toggleEvents(this._customEvents,!1),this.toggleEvents(t,!0),this._customEvents=t,this.props&&this.setProps(this.props)}finalize(){for(let t in this._events)this._events[t]&&this.eventManager?.off(t,this.handleEvent);this.transitionManager.finalize()}handleEvent(t){this._controllerState=void 0;let e=this._eventStartBlocked;switch(t.type){case"panstart":return e?!1:this._onPanStart(t);case"panmove":return this._onPan(t);case"panend":return this._onPanEnd(t);case"pinchstart":return e||!this._isTrackpadGestureAllowed(t)?!1:this._onPinchStart(t);case"pinchmove":return this._isTrackpadGestureAllowed(t)?this._onPinch(t):!1;case"pinchend":return this._isTrackpadGestureAllowed(t)?this._onPinchEnd(t):!1;case"multipanstart":return e?!1:this._onMultiPanStart(t);case"multipanmove":return this._onMultiPan(t);case"multipanend":return this._onMultiPanEnd(t);case"dblclick":return this._onDoubleClick(t);case"dblclickdragstart":return e?!1:this._onDoubleClickDragStart(t);case"dblclickdragmove":return this._onDoubleClickDrag(t);case"dblclickdragend":case"dblclickdragcancel":return this._onDoubleClickDragEnd(t);case"wheel":return this._onWheel(t);case"keydown":return this._onKeyDown(t);default:return!1}}get controllerState(){return this._controllerState=this._controllerState||new this.ControllerState({makeViewport:this.makeViewport,...this.props,...this.state}),this._controllerState}getCenter(t){let{x:e,y:n}=this.props,{offsetCenter:o}=t;return[o.x-e,o.y-n]}getZoomPosition(t){if(this.zoomAround==="pointer")return t;let e=this.makeViewport(this.controllerState.getViewportProps()),[n,o]=oe(e.center,e.pixelProjectionMatrix);return[n,o]}isPointInBounds(t,e){let{width:n,height:o}=this.props;if(e&&e.handled)return!1;let r=t[0]>=0&&t[0]<=n&&t[1]>=0&&t[1]<=o;return r&&e&&e.stopPropagation(),r}isFunctionKeyPressed(t){let{srcEvent:e}=t;return!!(e.metaKey||e.altKey||e.ctrlKey||e.shiftKey)}isDragging(){return this._interactionState.isDragging||!1}blockEvents(t){let e=setTimeout(()=>{this._eventStartBlocked===e&&(this._eventStartBlocked=null)},t);this._eventStartBlocked=e}setProps(t){t.maxBoundsPadding===void 0&&(t.maxBoundsPadding=null),t.dragMode&&(this.dragMode=t.dragMode);let e=this.props;this.props=t,"transitionInterpolator"in t||(t.transitionInterpolator=this._getTransitionProps().transitionInterpolator),this.transitionManager.processViewStateChange(t);let{inertia:n}=t;this.inertia=Number.isFinite(n)?n:n===!0?L0:0;let{scrollZoom:o=!0,dragPan:r=!0,dragRotate:s=!0,doubleClickZoom:a=!0,doubleClickDragZoom:c=!1,touchZoom:l=!0,touchRotate:f=!1,multiTouchDrag:h=f?"rotate":null,trackpadGesture:u=!1,zoomAround:d="pointer",keyboard:p=!0}=t,g=!!this.onViewStateChange;if(this.toggleEvents(Ae.WHEEL,g&&o),this.toggleEvents(Ae.PAN,g),this.toggleEvents(Ae.PINCH,g&&(l||h==="rotate")),this.toggleEvents(Ae.MULTI_PAN,g&&!!h),this.toggleEvents(Ae.DOUBLE_CLICK,g&&a),this.toggleEvents(Ae.DOUBLE_CLICK_DRAG,g&&c),this.toggleEvents(Ae.KEYBOARD,g&&p),this.scrollZoom=o,this.dragPan=r,this.dragRotate=s,this.doubleClickZoom=a,this.doubleClickDragZoom=c,this.touchZoom=l,this.touchRotate=h==="rotate",this.multiTouchDrag=h,this.trackpadGesture=u,this.zoomAround=d,this.keyboard=p,(!e||e.height!==t.height||e.width!==t.width||e.maxBounds!==t.maxBounds||e.maxBoundsPadding!==t.maxBoundsPadding)&&t.maxBounds){let v=new this.ControllerState({...t,makeViewport:this.makeViewport}),_=v.getViewportProps();Object.keys(_).some(x=>!Y(_[x],t[x],1))&&this.updateViewport(v)}}updateTransition(){this.transitionManager.updateTransition()}toggleEvents(t,e){this.eventManager&&t.forEach(n=>{this._events[n]!==e&&(this._events[n]=e,e?this.eventManager.on(n,this.handleEvent):this.eventManager.off(n,this.handleEvent))})}updateViewport(t,e=null,n={}){let o={...t.getViewportProps(),...e},r=this.controllerState!==t;if(this.state=t.getState(),this._setInteractionState(n),r){let s=this.controllerState&&this.controllerState.getViewportProps();this.onViewStateChange&&this.onViewStateChange({viewState:o,interactionState:this._interactionState,oldViewState:s,viewId:this.props.id})}}_onTransition(t){this.onViewStateChange({...t,interactionState:this._interactionState,viewId:this.props.id})}_setInteractionState(t){Object.assign(this._interactionState,t),this.onStateChange(this._interactionState)}_getConstraintContext(t,e){return this.props.rubberBand?{mode:e==="update"?"elastic":e==="end"?"rebound":"hard"}:{mode:"hard"}}_getReboundTransition(t,e){if(t.mode!=="rebound")return null;let n=e.getViewportProps();return Object.keys(n).some(r=>!Y(this.props[r],n[r],1))?{...this._getTransitionProps(),transitionDuration:A0,transitionEasing:I0}:null}_onPanStart(t){let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let n=this.isFunctionKeyPressed(t)||t.rightButton||!1;(this.invertPan||this.dragMode==="pan")&&(n=!n);let o=n?"pan":"rotate",r=this._getConstraintContext(o,"start"),s=n?this.controllerState.panStart({pos:e},r):this.controllerState.rotateStart({pos:e},r);return this._panMove=n,this.updateViewport(s,Vt,{isDragging:!0}),!0}_onPan(t){return this.isDragging()?this._panMove?this._onPanMove(t):this._onPanRotate(t):!1}_onPanEnd(t){return this.isDragging()?this._panMove?this._onPanMoveEnd(t):this._onPanRotateEnd(t):!1}_onPanMove(t){if(!this.dragPan)return!1;let e=this.getCenter(t),n=this.controllerState.pan({pos:e},this._getConstraintContext("pan","update"));return this.updateViewport(n,Vt,{isDragging:!0,isPanning:!0}),!0}_onPanMoveEnd(t){let{inertia:e}=this;if(this.dragPan&&e&&t.velocity){let n=this.getCenter(t),o=[n[0]+t.velocityX*e/2,n[1]+t.velocityY*e/2],r=this.controllerState.pan({pos:o}).panEnd();this.updateViewport(r,{...this._getTransitionProps(),transitionDuration:e,transitionEasing:Pa},{isDragging:!1,isPanning:!0})}else{let n=this.controllerState,o=this._getConstraintContext("pan","end"),r=n.panEnd(o),s=this._getReboundTransition(o,r);this.updateViewport(r,s,{isDragging:!1,isPanning:!!s})}return!0}_onPanRotate(t){if(!this.dragRotate)return!1;let e=this.getCenter(t),n=this.controllerState.rotate({pos:e},this._getConstraintContext("rotate","update"));return this.updateViewport(n,Vt,{isDragging:!0,isRotating:!0}),!0}_onPanRotateEnd(t){let{inertia:e}=this;if(this.dragRotate&&e&&t.velocity){let n=this.getCenter(t),o=[n[0]+t.velocityX*e/2,n[1]+t.velocityY*e/2],r=this.controllerState.rotate({pos:o}).rotateEnd();this.updateViewport(r,{...this._getTransitionProps(),transitionDuration:e,transitionEasing:Pa},{isDragging:!1,isRotating:!0})}else{let n=this.controllerState,o=this._getConstraintContext("rotate","end"),r=n.rotateEnd(o),s=this._getReboundTransition(o,r);this.updateViewport(r,s,{isDragging:!1,isRotating:!!s})}return!0}_onWheel(t){if(!this.scrollZoom||this.trackpadGesture&&t.device!=="mouse")return!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;t.srcEvent.preventDefault();let{speed:n=.01,smooth:o=!1}=this.scrollZoom===!0?{}:this.scrollZoom,{delta:r}=t,s=2/(1+Math.exp(-Math.abs(r*n)));r<0&&s!==0&&(s=1/s);let a=this.getZoomPosition(e),c=o?{...this._getTransitionProps({around:a}),transitionDuration:250}:Vt,l=this.controllerState.zoom({pos:a,scale:s});return this.updateViewport(l,c,{isZooming:!0,isPanning:!0}),o||this._setInteractionState({isZooming:!1,isPanning:!1}),!0}_onMultiPanStart(t){let{multiTouchDrag:e}=this;if(!e||!this._isMultiPanEventAllowed(t,e))return!1;let n=t.offsetCenter;if(!this.isPointInBounds(this.getCenter(t),t))return!1;let o=t.pointerType==="trackpad",r={x:n.x-(o?0:t.deltaX),y:n.y-(o?0:t.deltaY)},s={...t,offsetCenter:r},a=this.getCenter(s),c=e==="pan"?this.controllerState.panStart({pos:a},this._getConstraintContext("pan","start")):this.controllerState.rotateStart({pos:a},this._getConstraintContext("rotate","start"));return this._multiPanMode=e,this._multiPanStartCenter=r,this.updateViewport(c,Vt,{isDragging:!0}),!0}_onMultiPan(t){let{mode:e,event:n}=this._getMultiPanEvent(t);return!e||!n||!this.isDragging()?!1:e==="pan"?this._onPanMove(n):this._onPanRotate(n)}_onMultiPanEnd(t){let{mode:e,event:n}=this._getMultiPanEvent(t);if(!e||!n||!this.isDragging())return this._resetMultiPan(),!1;let o=e==="pan"?this._onPanMoveEnd(n):this._onPanRotateEnd(n);return this._resetMultiPan(),o}_isTrackpadGestureAllowed(t){return t.pointerType!=="trackpad"||this.trackpadGesture}_isMultiPanEventAllowed(t,e){return t.pointerType==="trackpad"?this.trackpadGesture&&(e==="pan"?this.dragPan:this.dragRotate):t.pointerType==="touch"&&(e==="pan"?this.dragPan:this.dragRotate)}_getMultiPanEvent(t){let e=this._multiPanMode,n=this._multiPanStartCenter;return!e||!n?{mode:null,event:null}:{mode:e,event:{...t,offsetCenter:{x:n.x+t.deltaX,y:n.y+t.deltaY}}}}_resetMultiPan(){this._multiPanMode=null,this._multiPanStartCenter=null}_onPinchStart(t){this._doubleClickDragAnchor=null;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let n=this.controllerState.zoomStart({pos:this.getZoomPosition(e)},this._getConstraintContext("zoom","start")).rotateStart({pos:e},this._getConstraintContext("rotate","start"));return Ie._startPinchRotation=t.rotation,Ie._lastPinchEvent=t,this.updateViewport(n,Vt,{isDragging:!0}),!0}_onPinch(t){if(!this.touchZoom&&!this.touchRotate||!this.isDragging())return!1;let e=this.controllerState;if(this.touchZoom){let{scale:n}=t,o=this.getCenter(t);e=e.zoom({pos:this.getZoomPosition(o),scale:n},this._getConstraintContext("zoom","update"))}if(this.touchRotate){let{rotation:n}=t;e=e.rotate({deltaAngleX:Ie._startPinchRotation-n},this._getConstraintContext("rotate","update"))}return this.updateViewport(e,Vt,{isDragging:!0,isPanning:this.touchZoom,isZooming:this.touchZoom,isRotating:this.touchRotate}),Ie._lastPinchEvent=t,!0}_onPinchEnd(t){if(!this.isDragging())return!1;let{inertia:e}=this,{_lastPinchEvent:n}=Ie;if(this.touchZoom&&e&&n&&t.scale!==n.scale){let o=this.getCenter(t),r=this.getZoomPosition(o),s=this.controllerState.rotateEnd(),a=Math.log2(t.scale),c=(a-Math.log2(n.scale))/(t.deltaTime-n.deltaTime),l=Math.pow(2,a+c*e/2);s=s.zoom({pos:r,scale:l}).zoomEnd(),this.updateViewport(s,{...this._getTransitionProps({around:r}),transitionDuration:e,transitionEasing:Pa},{isDragging:!1,isPanning:this.touchZoom,isZooming:this.touchZoom,isRotating:!1}),this.blockEvents(e)}else{let o=this.controllerState,r=this._getConstraintContext("zoom","end"),s=this._getConstraintContext("rotate","end"),a=o.zoomEnd(r).rotateEnd(s),c=this._getReboundTransition(this.touchZoom?r:s,a);this.updateViewport(a,c,{isDragging:!1,isPanning:!!c&&this.touchZoom,isZooming:!!c&&this.touchZoom,isRotating:!!c&&this.touchRotate})}return Ie._startPinchRotation=null,Ie._lastPinchEvent=null,!0}_onDoubleClick(t){if(!this.doubleClickZoom||Date.now()<this._suppressDoubleClickUntil)return!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let n=this.isFunctionKeyPressed(t),o=this.getZoomPosition(e),r=this.controllerState.zoom({pos:o,scale:n?.5:2});return this.updateViewport(r,this._getTransitionProps({around:o}),{isZooming:!0,isPanning:!0}),this.blockEvents(100),!0}_onDoubleClickDragStart(t){if(!this.doubleClickDragZoom)return this._doubleClickDragAnchor=null,!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return this._doubleClickDragAnchor=null,!1;this._doubleClickDragAnchor=this.getZoomPosition(e);let n=this.controllerState.zoomStart({pos:this._doubleClickDragAnchor},this._getConstraintContext("zoom","start"));return t.scale!==1&&(n=n.zoom({pos:this._doubleClickDragAnchor,scale:t.scale},this._getConstraintContext("zoom","update"))),this.updateViewport(n,Vt,{isDragging:!0,isPanning:!0,isZooming:!0}),!0}_onDoubleClickDrag(t){let e=this._doubleClickDragAnchor;if(!e)return!1;let n=this.controllerState.zoom({pos:e,scale:t.scale},this._getConstraintContext("zoom","update"));return this.updateViewport(n,Vt,{isDragging:!0,isPanning:!0,isZooming:!0}),!0}_onDoubleClickDragEnd(t){if(!this._doubleClickDragAnchor)return!1;this._doubleClickDragAnchor=null;let n=this.controllerState,o=this._getConstraintContext("zoom","end"),r=n.zoomEnd(o),s=this._getReboundTransition(o,r);return this.updateViewport(r,s,{isDragging:!1,isPanning:!!s,isZooming:!!s}),this._suppressDoubleClickUntil=Date.now()+100,this.blockEvents(100),!0}_onKeyDown(t){if(!this.keyboard)return!1;let e=this.isFunctionKeyPressed(t),{zoomSpeed:n,moveSpeed:o,rotateSpeedX:r,rotateSpeedY:s}=this.keyboard===!0?{}:this.keyboard,{controllerState:a}=this,c,l={};switch(t.srcEvent.code){case"Minus":c=e?a.zoomOut(n).zoomOut(n):a.zoomOut(n),l.isZooming=!0;break;case"Equal":c=e?a.zoomIn(n).zoomIn(n):a.zoomIn(n),l.isZooming=!0;break;case"ArrowLeft":e?(c=a.rotateLeft(r),l.isRotating=!0):(c=a.moveLeft(o),l.isPanning=!0);break;case"ArrowRight":e?(c=a.rotateRight(r),l.isRotating=!0):(c=a.moveRight(o),l.isPanning=!0);break;case"ArrowUp":e?(c=a.rotateUp(s),l.isRotating=!0):(c=a.moveUp(o),l.isPanning=!0);break;case"ArrowDown":e?(c=a.rotateDown(s),l.isRotating=!0):(c=a.moveDown(o),l.isPanning=!0);break;default:return!1}return this.updateViewport(c,this._getTransitionProps(),l),!0}_getTransitionProps(t){let{transition:e}=this;return!e||!e.transitionInterpolator?Vt:t?{...e,transitionInterpolator:new At({...t,...e.transitionInterpolator.opts,makeViewport:this.controllerState.makeViewport})}:e}};var _t=Symbol("constraintAround"),Jt=class{constructor(t,e,n,o){this.makeViewport=n,this._viewportProps=this.applyConstraints(t,o),this._state=e}getViewportProps(){return this._viewportProps}getState(){return this._state}};function ue(i,t,e){let n=i-t;return n&&Number.isFinite(n)?t+n*e/(e+Math.abs(n)):t}function Qt(i,t,e){let n=ot(nt(e?.left??0),i),o=ot(nt(e?.right??0),i),r=ot(nt(e?.top??0),t),s=ot(nt(e?.bottom??0),t);return{x:n,y:r,width:i-n-o,height:t-r-s}}function si(i,t,e){let[n,o]=i.project(t);return n=Number.isFinite(n)?n:i.width/2,o=Number.isFinite(o)?o:i.height/2,{left:n-e.x,right:e.x+e.width-n,top:o-e.y,bottom:e.y+e.height-o}}var $f=5,O0=1.2,Hf=512,Zf=[[-1/0,-90],[1/0,90]],R0=1;function Qi([i,t]){if(Math.abs(t)>90&&(t=Math.sign(t)*90),Number.isFinite(i)){let[n,o]=dt([i,t]);return[n,D(o,0,Hf)]}let[,e]=dt([0,t]);return[i,D(e,0,Hf)]}var wa=class extends Jt{constructor(t){let{width:e,height:n,latitude:o,longitude:r,zoom:s,bearing:a=0,pitch:c=0,altitude:l=1.5,position:f=[0,0,0],maxZoom:h=20,minZoom:u=0,maxPitch:d=60,minPitch:p=0,startPanLngLat:g,startZoomLngLat:m,startRotatePos:v,startRotateLngLat:_,startBearing:y,startPitch:x,startZoom:P,normalize:w=!0,rubberBand:C=!1}=t,{[_t]:S}=t;z(Number.isFinite(r)),z(Number.isFinite(o)),z(Number.isFinite(s));let E=t.maxBounds||(w?Zf:null),b=t.maxBoundsPadding||null;super({width:e,height:n,latitude:o,longitude:r,zoom:s,bearing:a,pitch:c,altitude:l,maxZoom:h,minZoom:u,maxPitch:d,minPitch:p,normalize:w,position:f,maxBounds:E,maxBoundsPadding:b,rubberBand:C,[_t]:S},{startPanLngLat:g,startZoomLngLat:m,startRotatePos:v,startRotateLngLat:_,startBearing:y,startPitch:x,startZoom:P},t.makeViewport,t.constraintContext),this.getAltitude=t.getAltitude}panStart({pos:t},e){return this._getUpdatedState({startPanLngLat:this._unproject(t)},e)}pan({pos:t,startPos:e},n){let o=this.getState().startPanLngLat||this._unproject(e);if(!o)return this;let s=this.makeViewport(this.getViewportProps()).panByPosition(o,t);return this._getUpdatedState(s,n)}panEnd(t){return this._getUpdatedState({startPanLngLat:null},t)}rotateStart({pos:t}){let e=this.getAltitude?.(t);return this._getUpdatedState({startRotatePos:t,startRotateLngLat:e!==void 0?this._unproject3D(t,e):void 0,startBearing:this.getViewportProps().bearing,startPitch:this.getViewportProps().pitch})}rotate({pos:t,deltaAngleX:e=0,deltaAngleY:n=0}){let{startRotatePos:o,startRotateLngLat:r,startBearing:s,startPitch:a}=this.getState();if(!o||s===void 0||a===void 0)return this;let c;if(t?c=this._getNewRotation(t,o,a,s):c={bearing:s+e,pitch:a+n},r){let l=this.makeViewport({...this.getViewportProps(),...c}),f="panByPosition3D"in l?"panByPosition3D":"panByPosition";return this._getUpdatedState({...c,...l[f](r,o)})}return this._getUpdatedState(c)}rotateEnd(){return this._getUpdatedState({startRotatePos:null,startRotateLngLat:null,startBearing:null,startPitch:null})}zoomStart({pos:t},e){return this._getUpdatedState({startZoomLngLat:this._unproject(t),startZoom:this.getViewportProps().zoom},e)}zoom({pos:t,startPos:e,scale:n},o){let{startZoom:r,startZoomLngLat:s}=this.getState();return s||(r=this.getViewportProps().zoom,s=this._unproject(e)||this._unproject(t)),s?this._getUpdatedState({zoom:r+Math.log2(n),[_t]:{position:s,screenPosition:t}},o):this}zoomEnd(t){return this._getUpdatedState({startZoomLngLat:null,startZoom:null},t)}zoomIn(t=2,e){return this._zoomFromCenter(t,e)}zoomOut(t=2,e){return this._zoomFromCenter(1/t,e)}moveLeft(t=100,e){return this._panFromCenter([t,0],e)}moveRight(t=100,e){return this._panFromCenter([-t,0],e)}moveUp(t=100,e){return this._panFromCenter([0,t],e)}moveDown(t=100,e){return this._panFromCenter([0,-t],e)}rotateLeft(t=15){return this._getUpdatedState({bearing:this.getViewportProps().bearing-t})}rotateRight(t=15){return this._getUpdatedState({bearing:this.getViewportProps().bearing+t})}rotateUp(t=10){return this._getUpdatedState({pitch:this.getViewportProps().pitch+t})}rotateDown(t=10){return this._getUpdatedState({pitch:this.getViewportProps().pitch-t})}shortestPathFrom(t){let e=t.getViewportProps(),n={...this.getViewportProps()},{bearing:o,longitude:r}=n;return Math.abs(o-e.bearing)>180&&(n.bearing=o<0?o+360:o-360),Math.abs(r-e.longitude)>180&&(n.longitude=r<0?r+360:r-360),n}applyConstraints(t,e){let n=t,o=n[_t];delete n[_t];let{maxPitch:r,minPitch:s,pitch:a,bearing:c,normalize:l,maxBounds:f,rubberBand:h}=t;l&&(c<-180||c>180)&&(t.bearing=Zi(c+180,360)-180),t.pitch=D(a,s,r);let u=this._constrainZoom(t.zoom,t),d=h&&e?.mode==="elastic";if(t.zoom=e?.mode==="preserve"?t.zoom:d?ue(t.zoom,u,R0):u,o){let p=this.makeViewport(t);Object.assign(t,p.panByPosition(o.position,o.screenPosition))}if(l&&(t.longitude<-180||t.longitude>180)&&(t.longitude=Zi(t.longitude+180,360)-180),f){let p=Qt(t.width,t.height,t.maxBoundsPadding),g=this.makeViewport({...t,bearing:0,pitch:0}),m=si(g,[t.longitude,t.latitude],p),v=Qi(f[0]),_=Qi(f[1]),y=2**t.zoom,x=[v[0]+m.left/y,v[1]+m.bottom/y],P=[_[0]-m.right/y,_[1]-m.top/y],w=Qi([t.longitude,t.latitude]),C=[D(w[0],x[0],P[0]),D(w[1],x[1],P[1])],S=w.slice();if(p.width>=0&&(S[0]=e?.mode==="preserve"?w[0]:d?ue(w[0],C[0],p.width/2/y):C[0]),p.height>=0&&(S[1]=e?.mode==="preserve"?w[1]:d?ue(w[1],C[1],p.height/2/y):C[1]),S[0]!==w[0]||S[1]!==w[1]){let[E,b]=st(S);S[0]!==w[0]&&(t.longitude=E),S[1]!==w[1]&&(t.latitude=b)}}return t}_constrainZoom(t,e){e||(e=this.getViewportProps());let{maxZoom:n,maxBounds:o}=e,r=o!==null&&e.width>0&&e.height>0,{minZoom:s}=e;if(r){let a=Qt(e.width,e.height,e.maxBoundsPadding),c=Qi(o[0]),l=Qi(o[1]),f=l[0]-c[0],h=l[1]-c[1];a.width>0&&Number.isFinite(f)&&f>0&&(s=Math.max(s,Math.log2(a.width/f))),a.height>0&&Number.isFinite(h)&&h>0&&(s=Math.max(s,Math.log2(a.height/h))),s>n&&(s=n)}return D(t,s,n)}_zoomFromCenter(t,e){let{width:n,height:o}=this.getViewportProps();return this.zoom({pos:[n/2,o/2],scale:t},e)}_panFromCenter(t,e){let{width:n,height:o}=this.getViewportProps();return this.pan({startPos:[n/2,o/2],pos:[n/2+t[0],o/2+t[1]]},e)}_getUpdatedState(t,e){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t,constraintContext:e})}_unproject(t){let e=this.makeViewport(this.getViewportProps());return t&&e.unproject(t)}_unproject3D(t,e){return this.makeViewport(this.getViewportProps()).unproject(t,{targetZ:e})}_getNewRotation(t,e,n,o){let r=t[0]-e[0],s=t[1]-e[1],a=t[1],c=e[1],{width:l,height:f}=this.getViewportProps(),h=r/l,u=0;s>0?Math.abs(f-c)>$f&&(u=s/(c-f)*O0):s<0&&c>$f&&(u=1-a/c),u=D(u,-1,1);let{minPitch:d,maxPitch:p}=this.getViewportProps(),g=o+180*h,m=n;return u>0?m=n+u*(p-n):u<0&&(m=n-u*(d-n)),{pitch:m,bearing:g}}},tn=class extends Kt{constructor(){super(...arguments),this.ControllerState=wa,this.transition={transitionDuration:300,transitionInterpolator:new At({transitionProps:{compare:["longitude","latitude","zoom","bearing","pitch","position"],required:["longitude","latitude","zoom"]}})},this.dragMode="pan",this.rotationPivot="center",this._getAltitude=t=>{if(this.rotationPivot==="2d")return 0;if(this.rotationPivot==="3d"&&this.pickPosition){let{x:e,y:n}=this.props,o=this.pickPosition(e+t[0],n+t[1]);if(o&&o.coordinate&&o.coordinate.length>=3)return o.coordinate[2]}}}setProps(t){"rotationPivot"in t&&(this.rotationPivot=t.rotationPivot||"center"),t.getAltitude=this._getAltitude,t.position=t.position||[0,0,0],t.maxBounds=t.maxBounds||(t.normalize===!1?null:Zf),super.setProps(t)}updateViewport(t,e=null,n={}){let o=t.getState();n.isDragging&&o.startRotateLngLat?n={...n,rotationPivotPosition:o.startRotateLngLat}:n.isDragging===!1&&(n={...n,rotationPivotPosition:void 0}),super.updateViewport(t,e,n)}};var Qo=class extends Xt{constructor(t={}){super(t)}getViewportType(){return Le}get ControllerType(){return tn}};Qo.displayName="MapView";var qf=Qo;var k0=new Ee;function z0(i,t){let e=i.order??1/0,n=t.order??1/0;return e-n}var en=class{constructor(t){this._resolvedEffects=[],this._defaultEffects=[],this.effects=[],this._context=t,this._needsRedraw="Initial render",this._setEffects([])}addDefaultEffect(t){let e=this._defaultEffects;if(!e.find(n=>n.id===t.id)){let n=e.findIndex(o=>z0(o,t)>0);n<0?e.push(t):e.splice(n,0,t),t.setup(this._context),this._setEffects(this.effects)}}setProps(t){"effects"in t&&(Y(t.effects,this.effects,1)||this._setEffects(t.effects))}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}getEffects(){return this._resolvedEffects}_setEffects(t){let e={};for(let o of this.effects)e[o.id]=o;let n=[];for(let o of t){let r=e[o.id],s=o;r&&r!==o?r.setProps?(r.setProps(o.props),s=r):r.cleanup(this._context):r||o.setup(this._context),n.push(s),delete e[o.id]}for(let o in e)e[o].cleanup(this._context);this.effects=n,this._resolvedEffects=n.concat(this._defaultEffects),t.some(o=>o instanceof Ee)||this._resolvedEffects.push(k0),this._needsRedraw="effects changed"}finalize(){for(let t of this._resolvedEffects)t.cleanup(this._context);this.effects.length=0,this._resolvedEffects.length=0,this._defaultEffects.length=0}};var nn=class extends Yt{shouldDrawLayer(t){let{operation:e}=t.props;return e.includes("draw")||e.includes("terrain")}render(t){return this._render(t)}};var D0={blendColorOperation:"add",blendColorSrcFactor:"one",blendColorDstFactor:"zero",blendAlphaOperation:"add",blendAlphaSrcFactor:"constant",blendAlphaDstFactor:"zero"},Oe=class extends Yt{constructor(){super(...arguments),this._colorEncoderState=null}render(t){return"pickingFBO"in t?this._drawPickingBuffer(t):{decodePickingColor:null,stats:super._render(t)}}_drawPickingBuffer({layers:t,layerFilter:e,views:n,viewports:o,onViewportActive:r,pickingFBO:s,deviceRect:{x:a,y:c,width:l,height:f},cullRect:h,effects:u,pass:d="picking",pickZ:p,canvasContext:g,shaderModuleProps:m,clearColor:v}){this.pickZ=p;let _=this._resetColorEncoder(p),y=[a,c,l,f],x=super._render({target:s,layers:t,layerFilter:e,views:n,viewports:o,onViewportActive:r,cullRect:h,effects:u?.filter(w=>w.useInPicking),pass:d,canvasContext:g,isPicking:!0,shaderModuleProps:m,clearColor:v??[0,0,0,0],colorMask:15,scissorRect:y});return this._colorEncoderState=null,{decodePickingColor:_&&B0.bind(null,_),stats:x}}shouldDrawLayer(t){let{pickable:e,operation:n}=t.props;return e&&n.includes("draw")||n.includes("terrain")||n.includes("mask")}getShaderModuleProps(t,e,n){return{picking:{isActive:1,isAttribute:this.pickZ,disabledPickingIndices:t.internalState?.disabledPickingIndices},lighting:{enabled:!1}}}getLayerParameters(t,e,n){let o={...t.props.parameters},{pickable:r,operation:s}=t.props;return this._colorEncoderState?r&&s.includes("draw")?(Object.assign(o,D0),o.blend=!0,this.device.type==="webgpu"?o.blendConstant=Xf(this._colorEncoderState,t,n):o.blendColor=Xf(this._colorEncoderState,t,n),s.includes("terrain")&&t.state?._hasPickingCover&&(o.blendAlphaSrcFactor="one")):s.includes("terrain")&&(o.blend=!1):o.blend=!1,o}_resetColorEncoder(t){return this._colorEncoderState=t?null:{byLayer:new Map,byAlpha:[]},this._colorEncoderState}};function Xf(i,t,e){let{byLayer:n,byAlpha:o}=i,r,s=n.get(t);return s?(s.viewports.push(e),r=s.a):(r=n.size+1,r<=255?(s={a:r,layer:t,viewports:[e]},n.set(t,s),o[r]=s):(A.warn("Too many pickable layers, only picking the first 255")(),r=0)),[0,0,0,r/255]}function B0(i,t){let e=i.byAlpha[t[3]];return e&&{pickedLayer:e.layer,pickedViewports:e.viewports,pickedObjectIndex:e.layer.decodePickingColor(t)}}var N0="deckRenderer.renderLayers",on=class{constructor(t,e={}){this.device=t,this.stats=e.stats,this.layerFilter=null,this.drawPickingColors=!1,this.drawLayersPass=new nn(t),this.pickLayersPass=new Oe(t),this.renderCount=0,this._needsRedraw="Initial render",this.renderBuffers=[],this.lastPostProcessEffect=null}setProps(t){this.layerFilter!==t.layerFilter&&(this.layerFilter=t.layerFilter,this._needsRedraw="layerFilter changed"),this.drawPickingColors!==t.drawPickingColors&&(this.drawPickingColors=t.drawPickingColors,this._needsRedraw="drawPickingColors changed")}renderLayers(t){let e=this.drawPickingColors?this.pickLayersPass:this.drawLayersPass,n={layerFilter:this.layerFilter,isPicking:this.drawPickingColors,...t};if(!t.viewports.length){let a=e.render(n),c="stats"in a?a.stats:a;this._updateStats(c);return}n.effects&&this._preRender(n.effects,n);let o=this.lastPostProcessEffect?this.renderBuffers[0]:n.target;this.lastPostProcessEffect&&(n.clearColor=[0,0,0,0],n.clearCanvas=!0);let r=e.render({...n,target:o}),s="stats"in r?r.stats:r;n.effects&&(this.lastPostProcessEffect&&(n.clearCanvas=t.clearCanvas===void 0?!0:t.clearCanvas),this._postRender(n.effects,n)),this.renderCount++,G(N0,this,s,t),this._updateStats(s)}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}finalize(){let{renderBuffers:t}=this;for(let e of t)e.delete();t.length=0}_updateStats(t){if(!this.stats)return;let e=0;for(let{visibleCount:n}of t)e+=n;this.stats.get("Layers rendered").addCount(e)}_preRender(t,e){this.lastPostProcessEffect=null,e.preRenderStats=e.preRenderStats||{};for(let n of t)e.preRenderStats[n.id]=n.preRender(e),n.postRender&&(this.lastPostProcessEffect=n.id);this.lastPostProcessEffect&&this._resizeRenderBuffers(e.canvasContext)}_resizeRenderBuffers(t=this.device.canvasContext){let{renderBuffers:e}=this,n=t.getDrawingBufferSize(),[o,r]=n;e.length===0&&[0,1].map(s=>{let a=this.device.createTexture({sampler:{minFilter:"linear",magFilter:"linear"},width:o,height:r});e.push(this.device.createFramebuffer({id:`deck-renderbuffer-${s}`,colorAttachments:[a]}))});for(let s of e)s.resize(n)}_postRender(t,e){let{renderBuffers:n}=this,o=e.target??e.canvasContext?.getCurrentFramebuffer()??e.target,r={...e,inputBuffer:n[0],swapBuffer:n[1]};for(let s of t)if(s.postRender){r.target=s.id===this.lastPostProcessEffect?o:void 0;let a=s.postRender(r);r.inputBuffer=a,r.swapBuffer=a===n[0]?n[1]:n[0]}}};var j0={pickedColor:null,pickedObjectIndex:-1};function ba({pickedColors:i,decodePickingColor:t,deviceX:e,deviceY:n,deviceRadius:o,deviceRect:r}){let{x:s,y:a,width:c,height:l}=r,f=o*o,h=-1,u=0;for(let d=0;d<l;d++){let p=d+a-n,g=p*p;if(g>f)u+=4*c;else for(let m=0;m<c;m++){if(i[u+3]-1>=0){let _=m+s-e,y=_*_+g;y<=f&&(f=y,h=u)}u+=4}}if(h>=0){let d=i.slice(h,h+4),p=t(d);if(p){let g=Math.floor(h/4/c),m=h/4-g*c;return{...p,pickedColor:d,pickedX:s+m,pickedY:a+g}}A.error("Picked non-existent layer. Is picking buffer corrupt?")()}return j0}function Sa({pickedColors:i,decodePickingColor:t}){let e=new Map;if(i){for(let n=0;n<i.length;n+=4)if(i[n+3]-1>=0){let r=i.slice(n,n+4),s=r.join(",");if(!e.has(s)){let a=t(r);a?e.set(s,{...a,color:r}):A.error("Picked non-existent layer. Is picking buffer corrupt?")()}}}return Array.from(e.values())}function tr({pickInfo:i,viewports:t,pixelRatio:e,x:n,y:o,z:r}){let s=t[0];t.length>1&&(s=F0(i?.pickedViewports||t,{x:n,y:o}));let a;if(s){let c=[n-s.x,o-s.y];r!==void 0&&(c[2]=r),a=s.unproject(c)}return{color:null,layer:null,viewport:s,index:-1,picked:!1,x:n,y:o,pixel:[n,o],coordinate:a,devicePixel:i&&"pickedX"in i?[i.pickedX,i.pickedY]:void 0,pixelRatio:e}}function Ea(i){let{pickInfo:t,lastPickedInfo:e,mode:n,layers:o}=i,{pickedColor:r,pickedLayer:s,pickedObjectIndex:a}=t,c=s?[s]:[];if(n==="hover"){let h=e.index,u=e.layerId,d=s?s.props.id:null;if(d!==u||a!==h){if(d!==u){let p=o.find(g=>g.props.id===u);p&&c.unshift(p)}e.layerId=d,e.index=a,e.info=null}}let l=tr(i),f=new Map;return f.set(null,l),c.forEach(h=>{let u={...l};h===s&&(u.color=r,u.index=a,u.picked=!0),u=er({layer:h,info:u,mode:n});let d=u.layer;h===s&&n==="hover"&&(e.info=u),f.set(d.id,u),n==="hover"&&d.updateAutoHighlight(u)}),f}function er({layer:i,info:t,mode:e}){for(;i&&t;){let n=t.layer||null;t.sourceLayer=n,t.layer=i,t=i.getPickingInfo({info:t,mode:e,sourceLayer:n}),i=i.parent}return t}function F0(i,t){for(let e=i.length-1;e>=0;e--){let n=i[e];if(n.containsPixel(t))return n}return i[0]}var rn=class{constructor(t,e={}){this._pickable=!0,this.device=t,this.stats=e.stats,this.pickLayersPass=new Oe(t),this.lastPickedInfo={index:-1,layerId:null,info:null}}setProps(t){"layerFilter"in t&&(this.layerFilter=t.layerFilter),"_pickable"in t&&(this._pickable=t._pickable)}finalize(){this.pickingFBO&&this.pickingFBO.destroy(),this.depthFBO&&this.depthFBO.destroy()}pickObjectAsync(t){return this._pickClosestObjectAsync(t)}pickObjectsAsync(t){return this._pickVisibleObjectsAsync(t)}pickObject(t){return this._pickClosestObject(t)}pickObjects(t){return this._pickVisibleObjects(t)}getLastPickedObject({x:t,y:e,layers:n,viewports:o},r=this.lastPickedInfo.info){let s=r&&r.layer&&r.layer.id,a=r&&r.viewport&&r.viewport.id,c=s?n.find(u=>u.id===s):null,l=a&&o.find(u=>u.id===a)||o[0],f=l&&l.unproject([t-l.x,e-l.y]);return{...r,...{x:t,y:e,viewport:l,coordinate:f,layer:c}}}_resizeBuffer(t=this.device.getDefaultCanvasContext()){if(!this.pickingFBO){let o=this.device.createTexture({format:"rgba8unorm",width:1,height:1,usage:ee.RENDER_ATTACHMENT|ee.COPY_SRC});if(this.pickingFBO=this.device.createFramebuffer({colorAttachments:[o],depthStencilAttachment:"depth16unorm"}),this.device.isTextureFormatRenderable("rgba32float")){let r=this.device.createTexture({format:"rgba32float",width:1,height:1,usage:ee.RENDER_ATTACHMENT|ee.COPY_SRC}),s=this.device.createFramebuffer({colorAttachments:[r],depthStencilAttachment:"depth16unorm"});this.depthFBO=s}}let[e,n]=t.getDrawingBufferSize();this.pickingFBO?.resize({width:e,height:n}),this.depthFBO?.resize({width:e,height:n})}_getPickable(t){if(this._pickable===!1)return null;let e=t.filter(n=>this.pickLayersPass.shouldDrawLayer(n)&&!n.isComposite);return e.length?e:null}async _pickClosestObjectAsync({layers:t,views:e,viewports:n,x:o,y:r,radius:s=0,depth:a=1,mode:c="query",unproject3D:l,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=f.cssToDeviceRatio(),p=this._getPickable(t);if(!p||n.length===0)return{result:[],emptyInfo:tr({viewports:n,x:o,y:r,pixelRatio:d})};this._resizeBuffer(f);let g=f.cssToDevicePixels([o,r],!0),m=[g.x+Math.floor(g.width/2),g.y+Math.floor(g.height/2)],v=Math.round(s*d),{width:_,height:y}=this.pickingFBO,x=this._getPickingRect({deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceWidth:_,deviceHeight:y}),P={x:o-s,y:r-s,width:s*2+1,height:s*2+1},w,C=[],S=new Set;for(let E=0;E<a;E++){let b;if(x){let T=await this._drawAndSampleAsync({layers:p,views:e,viewports:n,onViewportActive:h,deviceRect:x,cullRect:P,effects:u,pass:`picking:${c}`,canvasContext:f});b=ba({...T,deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceRect:x})}else b={pickedColor:null,pickedObjectIndex:-1};let I,L=this._getDepthLayers(b,p,l);if(L.length>0){let{pickedColors:T}=await this._drawAndSampleAsync({layers:L,views:e,viewports:n,onViewportActive:h,deviceRect:{x:b.pickedX??m[0],y:b.pickedY??m[1],width:1,height:1},cullRect:P,effects:u,pass:`picking:${c}:z`,canvasContext:f},!0);T[3]&&(I=T[0])}b.pickedLayer&&E+1<a&&(S.add(b.pickedLayer),b.pickedLayer.disablePickingIndex(b.pickedObjectIndex)),w=Ea({pickInfo:b,lastPickedInfo:this.lastPickedInfo,mode:c,layers:p,viewports:n,x:o,y:r,z:I,pixelRatio:d});for(let T of w.values())T.layer&&C.push(T);if(!b.pickedColor)break}for(let E of S)E.restorePickingColors();return{result:C,emptyInfo:w.get(null)}}_pickClosestObject({layers:t,views:e,viewports:n,x:o,y:r,radius:s=0,depth:a=1,mode:c="query",unproject3D:l,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=f.cssToDeviceRatio(),p=this._getPickable(t);if(!p||n.length===0)return{result:[],emptyInfo:tr({viewports:n,x:o,y:r,pixelRatio:d})};this._resizeBuffer(f);let g=f.cssToDevicePixels([o,r],!0),m=[g.x+Math.floor(g.width/2),g.y+Math.floor(g.height/2)],v=Math.round(s*d),{width:_,height:y}=this.pickingFBO,x=this._getPickingRect({deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceWidth:_,deviceHeight:y}),P={x:o-s,y:r-s,width:s*2+1,height:s*2+1},w,C=[],S=new Set;for(let E=0;E<a;E++){let b;if(x){let T=this._drawAndSample({layers:p,views:e,viewports:n,onViewportActive:h,deviceRect:x,cullRect:P,effects:u,pass:`picking:${c}`,canvasContext:f});b=ba({...T,deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceRect:x})}else b={pickedColor:null,pickedObjectIndex:-1};let I,L=this._getDepthLayers(b,p,l);if(L.length>0){let{pickedColors:T}=this._drawAndSample({layers:L,views:e,viewports:n,onViewportActive:h,deviceRect:{x:b.pickedX??m[0],y:b.pickedY??m[1],width:1,height:1},cullRect:P,effects:u,pass:`picking:${c}:z`,canvasContext:f},!0);T[3]&&(I=T[0])}b.pickedLayer&&E+1<a&&(S.add(b.pickedLayer),b.pickedLayer.disablePickingIndex(b.pickedObjectIndex)),w=Ea({pickInfo:b,lastPickedInfo:this.lastPickedInfo,mode:c,layers:p,viewports:n,x:o,y:r,z:I,pixelRatio:d});for(let T of w.values())T.layer&&C.push(T);if(!b.pickedColor)break}for(let E of S)E.restorePickingColors();return{result:C,emptyInfo:w.get(null)}}async _pickVisibleObjectsAsync({layers:t,views:e,viewports:n,x:o,y:r,width:s=1,height:a=1,mode:c="query",maxObjects:l=null,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=this._getPickable(t);if(!d||n.length===0)return[];this._resizeBuffer(f);let p=f.cssToDeviceRatio(),g=f.cssToDevicePixels([o,r],!0),m=g.x,v=g.y+g.height,_=f.cssToDevicePixels([o+s,r+a],!0),y=_.x+_.width,x=_.y,P={x:m,y:x,width:y-m,height:v-x},w=await this._drawAndSampleAsync({layers:d,views:e,viewports:n,onViewportActive:h,deviceRect:P,cullRect:{x:o,y:r,width:s,height:a},effects:u,pass:`picking:${c}`,canvasContext:f}),C=Sa(w),S=new Map,E=[],b=Number.isFinite(l);for(let I=0;I<C.length&&!(b&&E.length>=l);I++){let L=C[I],T={color:L.pickedColor,layer:null,index:L.pickedObjectIndex,picked:!0,x:o,y:r,pixelRatio:p};T=er({layer:L.pickedLayer,info:T,mode:c});let R=T.layer.id;S.has(R)||S.set(R,new Set);let U=S.get(R),B=T.object??T.index;U.has(B)||(U.add(B),E.push(T))}return E}_pickVisibleObjects({layers:t,views:e,viewports:n,x:o,y:r,width:s=1,height:a=1,mode:c="query",maxObjects:l=null,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=this._getPickable(t);if(!d||n.length===0)return[];this._resizeBuffer(f);let p=f.cssToDeviceRatio(),g=f.cssToDevicePixels([o,r],!0),m=g.x,v=g.y+g.height,_=f.cssToDevicePixels([o+s,r+a],!0),y=_.x+_.width,x=_.y,P={x:m,y:x,width:y-m,height:v-x},w=this._drawAndSample({layers:d,views:e,viewports:n,onViewportActive:h,deviceRect:P,cullRect:{x:o,y:r,width:s,height:a},effects:u,pass:`picking:${c}`,canvasContext:f}),C=Sa(w),S=new Map,E=[],b=Number.isFinite(l);for(let I=0;I<C.length&&!(b&&E.length>=l);I++){let L=C[I],T={color:L.pickedColor,layer:null,index:L.pickedObjectIndex,picked:!0,x:o,y:r,pixelRatio:p};T=er({layer:L.pickedLayer,info:T,mode:c});let R=T.layer.id;S.has(R)||S.set(R,new Set);let U=S.get(R),B=T.object??T.index;U.has(B)||(U.add(B),E.push(T))}return E}async _drawAndSampleAsync({layers:t,views:e,viewports:n,onViewportActive:o,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l},f=!1){let h=f?this.depthFBO:this.pickingFBO,u={layers:t,layerFilter:this.layerFilter,views:e,viewports:n,onViewportActive:o,pickingFBO:h,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l,pickZ:f,preRenderStats:{},isPicking:!0};for(let P of a)P.useInPicking&&(u.preRenderStats[P.id]=P.preRender(u));let{decodePickingColor:d,stats:p}=this.pickLayersPass.render(u);this._updateStats(p);let{x:g,y:m,width:v,height:_}=r,y=h.colorAttachments[0]?.texture;if(!y)throw new Error("Picking framebuffer color attachment is missing");let x=await this._readTextureDataAsync(y,{x:g,y:m,width:v,height:_},f?Float32Array:Uint8Array);if(!f){let P=!1;for(let w=3;w<x.length;w+=4)if(x[w]!==0){P=!0;break}!P&&x.length>0&&A.warn("Async pick readback returned only zero alpha values",{deviceRect:r,bytes:Array.from(x.subarray(0,Math.min(x.length,16)))})()}return{pickedColors:x,decodePickingColor:d}}async _readTextureDataAsync(t,e,n){let{width:o,height:r}=e,s=t.computeMemoryLayout(e),a=this.device.createBuffer({byteLength:s.byteLength,usage:X.COPY_DST|X.MAP_READ});try{t.readBuffer(e,a);let c=await a.readAsync(0,s.byteLength),l=n.BYTES_PER_ELEMENT;if(s.bytesPerRow%l!==0)throw new Error(`Texture readback row stride ${s.bytesPerRow} is not aligned to ${l}-byte elements.`);let f=new n(c.buffer,c.byteOffset,s.byteLength/l),h=o*4,u=s.bytesPerRow/l;if(u<h)throw new Error(`Texture readback row stride ${u} is smaller than packed row length ${h}.`);let d=new n(o*r*4);for(let p=0;p<r;p++){let g=p*u;d.set(f.subarray(g,g+h),p*h)}return d}finally{a.destroy()}}_drawAndSample({layers:t,views:e,viewports:n,onViewportActive:o,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l},f=!1){let h=f?this.depthFBO:this.pickingFBO,u={layers:t,layerFilter:this.layerFilter,views:e,viewports:n,onViewportActive:o,pickingFBO:h,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l,pickZ:f,preRenderStats:{},isPicking:!0};for(let x of a)x.useInPicking&&(u.preRenderStats[x.id]=x.preRender(u));let{decodePickingColor:d,stats:p}=this.pickLayersPass.render(u);this._updateStats(p);let{x:g,y:m,width:v,height:_}=r,y=new(f?Float32Array:Uint8Array)(v*_*4);return this.device.readPixelsToArrayWebGL(h,{sourceX:g,sourceY:m,sourceWidth:v,sourceHeight:_,target:y}),{pickedColors:y,decodePickingColor:d}}_updateStats(t){if(!this.stats)return;let e=0;for(let{visibleCount:n}of t)e+=n;this.stats.get("Layers picked").addCount(e)}_getDepthLayers(t,e,n){if(!n||!this.depthFBO)return[];let{pickedLayer:o}=t,r=o?.state?.terrainDrawMode==="drape";return o&&!r?[o]:e.filter(s=>s.props.operation.includes("terrain"))}_getPickingRect({deviceX:t,deviceY:e,deviceRadius:n,deviceWidth:o,deviceHeight:r}){let s=Math.max(0,t-n),a=Math.max(0,e-n),c=Math.min(o,t+n+1)-s,l=Math.min(r,e+n+1)-a;return c<=0||l<=0?null:{x:s,y:a,width:c,height:l}}};var U0={"top-left":{top:0,left:0},"top-right":{top:0,right:0},"bottom-left":{bottom:0,left:0},"bottom-right":{bottom:0,right:0},fill:{top:0,left:0,bottom:0,right:0}},V0="top-left",Kf="root",ir=class{constructor({deck:t,parentElement:e}){this.defaultWidgets=[],this.widgets=[],this.resolvedWidgets=[],this.containers={},this.lastViewports={},this.deck=t,e?.classList.add("deck-widget-container"),this.parentElement=e}getWidgets(){return this.resolvedWidgets}setProps(t){if(t.widgets&&!Y(t.widgets,this.widgets,1)){let e=t.widgets.filter(Boolean);this._setWidgets(e)}}finalize(){for(let t of this.getWidgets())this._removeWidget(t);this.defaultWidgets.length=0,this.resolvedWidgets.length=0;for(let t in this.containers)this.containers[t].remove()}addDefault(t){this.defaultWidgets.find(e=>e.id===t.id)||(this._addWidget(t),this.defaultWidgets.push(t),this._setWidgets(this.widgets))}onRedraw({viewports:t,layers:e}){let n=t.reduce((o,r)=>(o[r.id]=r,o),{});for(let o of this.getWidgets()){let{viewId:r}=o;if(r){let s=n[r];s&&(o.onViewportChange&&o.onViewportChange(s),o.onRedraw?.({viewports:[s],layers:e}))}else{if(o.onViewportChange)for(let s of t)o.onViewportChange(s);o.onRedraw?.({viewports:t,layers:e})}}this.lastViewports=n,this._updateContainers()}onHover(t,e){for(let n of this.getWidgets()){let{viewId:o}=n;(!o||o===t.viewport?.id)&&n.onHover?.(t,e)}}getCanvasBounds(t){let n=this.deck?.getCanvas?.()?.getBoundingClientRect(),o=this.parentElement?.getBoundingClientRect(),r=this.deck?.getCanvasContext?.(t?.id);if(r&&o){r.updatePosition();let[s,a]=r.getPosition(),[c,l]=r.getCSSSize();return{x:s-o.left,y:a-o.top,width:c,height:l}}return{x:n&&o?n.left-o.left:0,y:n&&o?n.top-o.top:0,width:n?.width||this.deck?.width||0,height:n?.height||this.deck?.height||0}}onEvent(t,e){let n=He[e.type];if(n)for(let o of this.getWidgets()){let{viewId:r}=o;(!r||r===t.viewport?.id)&&o[n]?.(t,e)}}_setWidgets(t){let e={};for(let n of this.resolvedWidgets)e[n.id]=n;this.resolvedWidgets.length=0;for(let n of this.defaultWidgets)e[n.id]=null,this.resolvedWidgets.push(n);for(let n of t){let o=e[n.id];o?o.viewId!==n.viewId||o.placement!==n.placement?(this._removeWidget(o),this._addWidget(n)):n!==o&&(o.setProps(n.props),n=o):this._addWidget(n),e[n.id]=null,this.resolvedWidgets.push(n)}for(let n in e){let o=e[n];o&&this._removeWidget(o)}this.widgets=t}_addWidget(t){let{viewId:e=null,placement:n=V0}=t,o=t.props._container??e;t.widgetManager=this,t.deck=this.deck,t.rootElement=t._onAdd({deck:this.deck,viewId:e}),t.rootElement&&this._getContainer(o,n).append(t.rootElement),t.updateHTML()}_removeWidget(t){t.onRemove?.(),t.rootElement&&t.rootElement.remove(),t.rootElement=void 0,t.deck=void 0,t.widgetManager=void 0}_getContainer(t,e){if(t&&typeof t!="string")return t;let n=t||Kf,o=this.containers[n];o||(o=document.createElement("div"),o.style.pointerEvents="none",o.style.position="absolute",o.style.overflow="hidden",this.parentElement?.append(o),this.containers[n]=o);let r=o.querySelector(`.${e}`);return r||(r=globalThis.document.createElement("div"),r.className=e,r.style.position="absolute",r.style.zIndex="2",Object.assign(r.style,U0[e]),o.append(r)),r}_updateContainers(){for(let t in this.containers){let e=this.lastViewports[t]||null,n=t===Kf||e,o=this.containers[t];if(n){let r=this._getContainerBounds(e);o.style.display="block",o.style.left=`${r.x}px`,o.style.top=`${r.y}px`,o.style.width=`${r.width}px`,o.style.height=`${r.height}px`}else o.style.display="none"}}_getContainerBounds(t){if(!t)return{x:0,y:0,width:this.parentElement?.clientWidth||this.deck.width,height:this.parentElement?.clientHeight||this.deck.height};let e=this.getCanvasBounds(t);return{x:e.x+t.x,y:e.y+t.y,width:t.width,height:t.height}}};function Ca(i,t){t&&Object.entries(t).map(([e,n])=>{e.startsWith("--")?i.style.setProperty(e,n):i.style[e]=n})}function Jf(i,t){t&&Object.keys(t).map(e=>{e.startsWith("--")?i.style.removeProperty(e):i.style[e]=""})}var ai=class{constructor(t){this.viewId=null,this.props={...this.constructor.defaultProps,...t},this.id=this.props.id}setProps(t){let e=this.props,n=this.rootElement;n&&e.className!==t.className&&(e.className&&n.classList.remove(e.className),t.className&&n.classList.add(t.className)),n&&!Y(e.style,t.style,1)&&(Jf(n,e.style),Ca(n,t.style)),Object.assign(this.props,t),this.updateHTML()}updateHTML(){this.rootElement&&this.onRenderHTML(this.rootElement)}get viewIds(){return this.viewId?[this.viewId]:this.deck?.getViews().map(t=>t.id)??[]}getViewState(t){return this.deck?.viewManager?.getViewState(t)||{}}setViewState(t,e){this.deck?._onViewStateChange({viewId:t,viewState:e,interactionState:{}})}onCreateRootElement(){let t=["deck-widget",this.className,this.props.className],e=document.createElement("div");return t.filter(n=>typeof n=="string"&&n.length>0).forEach(n=>e.classList.add(n)),Ca(e,this.props.style),e}_onAdd(t){return this.onAdd(t)??this.onCreateRootElement()}onAdd(t){}onRemove(){}onViewportChange(t){}onRedraw(t){}onHover(t,e){}onClick(t,e){}onDrag(t,e){}onDragStart(t,e){}onDragEnd(t,e){}};ai.defaultProps={id:"widget",style:{},_container:null,className:""};var W0={zIndex:"1",position:"absolute",pointerEvents:"none",color:"#a0a7b4",backgroundColor:"#29323c",padding:"10px",top:"0",left:"0",display:"none"},sn=class extends ai{constructor(t={}){super(t),this.id="default-tooltip",this.placement="fill",this.className="deck-tooltip",this.isVisible=!1,this.setProps(t)}onCreateRootElement(){let t=document.createElement("div");return t.className=this.className,Object.assign(t.style,W0),t}onRenderHTML(t){}onViewportChange(t){this.isVisible&&t.id===this.lastViewport?.id&&!t.equals(this.lastViewport)&&this.setTooltip(null),this.lastViewport=t}onHover(t){let{deck:e}=this,n=e&&e.props.getTooltip;if(!n)return;let o=n(t),r=this.widgetManager?.getCanvasBounds(t.viewport),s=t.x+(r?.x||0),a=t.y+(r?.y||0);this.setTooltip(o,s,a)}setTooltip(t,e,n){let o=this.rootElement;if(o){if(typeof t=="string")o.innerText=t;else if(t)t.text&&(o.innerText=t.text),t.html&&(o.innerHTML=t.html),t.className&&(o.className=t.className);else{this.isVisible=!1,o.style.display="none";return}this.isVisible=!0,o.style.display="block",o.style.transform=`translate(${e}px, ${n}px)`,t&&typeof t=="object"&&"style"in t&&Object.assign(o.style,t.style)}}};sn.defaultProps={...ai.defaultProps};var an=class{constructor(t){this.targets={},this.order=[],this.eventManagers={},this._eventRootToCanvasId=new WeakMap,this._createEventManager=t.createEventManager,this._getEventRoot=t.getEventRoot}finalize(){for(let t of Object.values(this.targets))t.eventManager.destroy(),t.presentationContext.destroy();this.targets={},this.order=[],this.eventManagers={},this._eventRootToCanvasId=new WeakMap}syncCanvasEntries(t){let e=this._normalizeCanvasList(t.canvases),n={},o=[],r=new Map;for(let{canvas:a}of e){let c=this._getEventRoot(a);r.set(c,(r.get(c)||0)+1)}for(let{id:a,canvas:c}of e){let l=this._getEventRoot(c),f=r.get(l)===1?l:c,h=this.targets[a];if(!h||h.device!==t.device||h.canvas!==c||h.eventRoot!==f){h?.eventManager.destroy(),h?.presentationContext.destroy();let u=t.device.createPresentationContext({id:a,canvas:c,useDevicePixels:t.useDevicePixels,autoResize:!0});h={id:a,device:t.device,canvas:c,eventRoot:f,presentationContext:u,eventManager:this._createEventManager(f)}}this._eventRootToCanvasId.set(f,a),this._eventRootToCanvasId.set(c,a),n[a]=h,o.push(a)}for(let[a,c]of Object.entries(this.targets))n[a]||(c.eventManager.destroy(),c.presentationContext.destroy());this.targets=n,this.order=o;let s=Object.fromEntries(Object.entries(n).map(([a,c])=>[a,c.eventManager]));this._haveSameEventManagers(s)||(this.eventManagers=s)}getCanvasIdFromEvent(t){return t?this._eventRootToCanvasId.get(t):void 0}getTarget(t){return this.targets[t||this.order[0]||he]||null}_normalizeCanvasList(t=[]){let e=new Set;return t.map((n,o)=>{let r,s;return typeof n=="string"?(r=document.getElementById(n),z(r,`Canvas with id ${n} not found`),s=n):(r=n,s=r.id||`deckgl-canvas-${o}`),z(!e.has(s),`Duplicate canvas id ${s}`),e.add(s),{id:s,canvas:r}})}_haveSameEventManagers(t){let e=Object.keys(t),n=Object.keys(this.eventManagers);return e.length===n.length&&e.every(o=>t[o]===this.eventManagers[o])}};var Qf="4.5.4";var G0=globalThis.loaders?.parseImageNode,Ma=typeof Image<"u",Ta=typeof ImageBitmap<"u",Y0=!!G0,La=Ce?!0:Y0;function th(i){switch(i){case"auto":return Ta||Ma||La;case"imagebitmap":return Ta;case"image":return Ma;case"data":return La;default:throw new Error(`@loaders.gl/images: image ${i} not supported in this environment`)}}function eh(){if(Ta)return"imagebitmap";if(Ma)return"image";if(La)return"data";throw new Error("Install '@loaders.gl/polyfills' to parse images under Node.js")}function $0(i){let t=H0(i);if(!t)throw new Error("Not an image");return t}function ih(i){switch($0(i)){case"data":return i;case"image":case"imagebitmap":let t=document.createElement("canvas"),e=t.getContext("2d");if(!e)throw new Error("getImageData");return t.width=i.width,t.height=i.height,e.drawImage(i,0,0),e.getImageData(0,0,i.width,i.height);default:throw new Error("getImageData")}}function H0(i){return typeof ImageBitmap<"u"&&i instanceof ImageBitmap?"imagebitmap":typeof Image<"u"&&i instanceof Image?"image":i&&typeof i=="object"&&i.data&&i.width&&i.height?"data":null}var Z0=/^data:image\/svg\+xml/,q0=/\.svg((\?|#).*)?$/;function nr(i){return i&&(Z0.test(i)||q0.test(i))}function nh(i,t){if(nr(t)){let n=new TextDecoder().decode(i);try{typeof unescape=="function"&&typeof encodeURIComponent=="function"&&(n=unescape(encodeURIComponent(n)))}catch(r){throw new Error(r.message)}return`data:image/svg+xml;base64,${btoa(n)}`}return Aa(i,t)}function Aa(i,t){if(nr(t))throw new Error("SVG cannot be parsed directly to imagebitmap");return new Blob([new Uint8Array(i)])}async function or(i,t,e){let n=nh(i,e),o=self.URL||self.webkitURL,r=typeof n!="string"&&o.createObjectURL(n);try{return await X0(r||n,t)}finally{r&&o.revokeObjectURL(r)}}async function X0(i,t){let e=new Image;return e.src=i,t.image&&t.image.decode&&e.decode?(await e.decode(),e):await new Promise((n,o)=>{try{e.onload=()=>n(e),e.onerror=r=>{let s=r instanceof Error?r.message:"error";o(new Error(s))}}catch(r){o(r)}})}var oh=!0;async function rh(i,t,e){let n;nr(e)?n=await or(i,t,e):n=Aa(i,e);let o=t&&t.imagebitmap;return await K0(n,o)}async function K0(i,t=null){if((J0(t)||!oh)&&(t=null),t)try{return await createImageBitmap(i,t)}catch(e){console.warn(e),oh=!1}return await createImageBitmap(i)}function J0(i){if(!i)return!0;for(let t in i)if(Object.prototype.hasOwnProperty.call(i,t))return!1;return!0}function sh(i){return!iv(i,"ftyp",4)||(i[8]&96)===0?null:Q0(i)}function Q0(i){switch(tv(i,8,12).replace("\0"," ").trim()){case"avif":case"avis":return{extension:"avif",mimeType:"image/avif"};default:return null}}function tv(i,t,e){return String.fromCharCode(...i.slice(t,e))}function ev(i){return[...i].map(t=>t.charCodeAt(0))}function iv(i,t,e=0){let n=ev(t);for(let o=0;o<n.length;++o)if(n[o]!==i[o+e])return!1;return!0}var Wt=!1,cn=!0;function rr(i){let t=ln(i);return ov(t)||av(t)||rv(t)||sv(t)||nv(t)}function nv(i){let t=new Uint8Array(i instanceof DataView?i.buffer:i),e=sh(t);return e?{mimeType:e.mimeType,width:0,height:0}:null}function ov(i){let t=ln(i);return t.byteLength>=24&&t.getUint32(0,Wt)===2303741511?{mimeType:"image/png",width:t.getUint32(16,Wt),height:t.getUint32(20,Wt)}:null}function rv(i){let t=ln(i);return t.byteLength>=10&&t.getUint32(0,Wt)===1195984440?{mimeType:"image/gif",width:t.getUint16(6,cn),height:t.getUint16(8,cn)}:null}function sv(i){let t=ln(i);return t.byteLength>=14&&t.getUint16(0,Wt)===16973&&t.getUint32(2,cn)===t.byteLength?{mimeType:"image/bmp",width:t.getUint32(18,cn),height:t.getUint32(22,cn)}:null}function av(i){let t=ln(i);if(!(t.byteLength>=3&&t.getUint16(0,Wt)===65496&&t.getUint8(2)===255))return null;let{tableMarkers:n,sofMarkers:o}=cv(),r=2;for(;r+9<t.byteLength;){let s=t.getUint16(r,Wt);if(o.has(s))return{mimeType:"image/jpeg",height:t.getUint16(r+5,Wt),width:t.getUint16(r+7,Wt)};if(!n.has(s))return null;r+=2,r+=t.getUint16(r,Wt)}return null}function cv(){let i=new Set([65499,65476,65484,65501,65534]);for(let e=65504;e<65520;++e)i.add(e);return{tableMarkers:i,sofMarkers:new Set([65472,65473,65474,65475,65477,65478,65479,65481,65482,65483,65485,65486,65487,65502])}}function ln(i){if(i instanceof DataView)return i;if(ArrayBuffer.isView(i))return new DataView(i.buffer);if(i instanceof ArrayBuffer)return new DataView(i);throw new Error("toDataView")}async function ah(i,t){let{mimeType:e}=rr(i)||{},n=globalThis.loaders?.parseImageNode;return se(n),await n(i,e)}async function ch(i,t,e){t=t||{};let o=(t.image||{}).type||"auto",{url:r}=e||{},s=lv(o),a;switch(s){case"imagebitmap":a=await rh(i,t,r);break;case"image":a=await or(i,t,r);break;case"data":a=await ah(i,t);break;default:se(!1)}return o==="data"&&(a=ih(a)),a}function lv(i){switch(i){case"auto":case"data":return eh();default:return th(i),i}}var fv=["png","jpg","jpeg","gif","webp","bmp","ico","svg","avif"],hv=["image/png","image/jpeg","image/gif","image/webp","image/avif","image/bmp","image/vnd.microsoft.icon","image/svg+xml"],uv={image:{type:"auto",decode:!0}},Ia={dataType:null,batchType:null,id:"image",module:"images",name:"Images",version:Qf,mimeTypes:hv,extensions:fv,parse:ch,tests:[i=>!!rr(new DataView(i))],options:uv};function dv(i){let t=i[0],e=i[i.length-1];return t==="{"&&e==="}"||t==="["&&e==="]"}var lh={dataType:null,batchType:null,id:"JSON",name:"JSON",module:"",version:"",options:{},extensions:["json","geojson"],mimeTypes:["application/json","application/geo+json"],testText:dv,parseTextSync:JSON.parse};function pv(){let i="9.4.0",t=globalThis.deck&&globalThis.deck.VERSION;if(t&&t!==i)throw new Error(`deck.gl - multiple versions detected: ${t} vs ${i}`);return t||(A.log(1,`deck.gl ${i}`)(),globalThis.deck={...globalThis.deck,VERSION:i,version:i,log:A,_registerLoggers:Wl},da([lh,[Ia,{imagebitmap:{premultiplyAlpha:"none"}}]])),i}var fh=pv();function te(){}var gv=({isDragging:i})=>i?"grabbing":"grab",hh={id:"",width:"100%",height:"100%",style:null,viewState:null,initialViewState:null,pickingRadius:0,pickAsync:"auto",layerFilter:null,parameters:{},parent:null,device:null,deviceProps:{},gl:null,canvas:null,_canvases:null,layers:[],effects:[],views:null,controller:null,useDevicePixels:!0,touchAction:"none",eventRecognizerOptions:{},_framebuffer:null,_animate:!1,_pickable:!0,_typedArrayManagerProps:{},_customRender:null,widgets:[],onDeviceInitialized:te,onWebGLInitialized:te,onResize:te,onViewStateChange:te,onInteractionStateChange:te,onBeforeRender:te,onAfterRender:te,onLoad:te,onError:i=>A.error(i.message,i.cause)(),onHover:null,onClick:null,onDragStart:null,onDrag:null,onDragEnd:null,_onMetrics:null,getCursor:gv,getTooltip:null,debug:!1,drawPickingColors:!1},fn=class{constructor(t){this.width=0,this.height=0,this.userData={},this.device=null,this.canvas=null,this.viewManager=null,this.layerManager=null,this.effectManager=null,this.deckRenderer=null,this.deckPicker=null,this.eventManager=null,this.eventManagers={},this.widgetManager=null,this.tooltip=null,this.animationLoop=null,this._canvasContext=null,this._deviceResizeHandler=null,this.cursorState={isHovering:!1,isDragging:!1},this.stats=new co({id:"deck.gl"}),this.metrics={fps:0,setPropsTime:0,layersCount:0,drawLayersCount:0,updateLayersCount:0,updateAttributesCount:0,updateAttributesTime:0,framesRedrawn:0,pickTime:0,pickCount:0,pickLayersCount:0,gpuTime:0,gpuTimePerFrame:0,cpuTime:0,cpuTimePerFrame:0,bufferMemory:0,textureMemory:0,renderbufferMemory:0,gpuMemory:0},this._metricsCounter=0,this._hoverPickSequence=0,this._pointerDownPickSequence=0,this._needsRedraw="Initial render",this._canvasManager=new an({createEventManager:o=>this._createEventManager(o),getEventRoot:o=>this._getEventRoot(o)}),this._ownedCanvas=null,this._pickRequest={mode:"hover",x:-1,y:-1,radius:0,canvasId:void 0,event:null,unproject3D:!1},this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=null,this._onPointerMove=o=>{let{_pickRequest:r}=this,s=this._getCanvasIdFromEvent(o);if(o.type==="pointerleave")r.x=-1,r.y=-1,r.radius=0,r.canvasId=s;else{if(o.leftButton||o.rightButton)return;{let a=o.offsetCenter;if(!a)return;r.x=a.x,r.y=a.y,r.radius=this.props.pickingRadius,r.canvasId=s}}this.layerManager&&(this.layerManager.context.mousePosition={x:r.x,y:r.y}),r.event=o},this._onEvent=o=>{let r=He[o.type],s=o.offsetCenter,a=this._getCanvasIdFromEvent(o);if(!r||!s||!this.layerManager)return;let c=this.layerManager.getLayers(),l=this._getInternalPickingMode();if(!l)return;if(l==="sync"){let h=o.type==="click"&&this._shouldUnproject3D(c)?this._getFirstPickedInfo(this._pickPointSync(this._getPointPickOptions(s.x,s.y,{unproject3D:!0,canvasId:a},c))):this._getLastPointerDownPickingInfo(s.x,s.y,a,c);this._dispatchPickingEvent(h,o);return}(this._lastPointerDownInfoPromise||Promise.resolve(this._getLastPointerDownPickingInfo(s.x,s.y,a,c))).then(h=>{this._dispatchPickingEvent(h,o)}).catch(h=>this.props.onError?.(h))},this._onPointerDown=o=>{let r=o.offsetCenter,s=this._getCanvasIdFromEvent(o);if(!r)return;let a=this._getInternalPickingMode();if(!a)return;let c=this.layerManager?.getLayers()||[],l=++this._pointerDownPickSequence;if(a==="sync"){let h=this._pickPointSync({x:r.x,y:r.y,canvasId:s,radius:this.props.pickingRadius}),u=this._getFirstPickedInfo(h);this._lastPointerDownInfo=u,this._lastPointerDownInfoPromise=Promise.resolve(u);return}let f=this._pickPointAsync(this._getPointPickOptions(r.x,r.y,{canvasId:s},c)).then(h=>this._getFirstPickedInfo(h)).then(h=>(l===this._pointerDownPickSequence&&(this._lastPointerDownInfo=h),h)).catch(h=>{this.props.onError?.(h);let u=this.deckPicker&&this.viewManager?this._getLastPointerDownPickingInfo(r.x,r.y,s,c):{};return l===this._pointerDownPickSequence&&(this._lastPointerDownInfo=u),u});this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=f};let e=t;this.props={...hh,...t},t=this.props,this._validateCanvasConfiguration(t),t.viewState&&t.initialViewState&&A.warn("View state tracking is disabled. Use either `initialViewState` for auto update or `viewState` for manual update.")(),this.viewState=this.props.initialViewState,t.device&&(this.device=t.device,this._setDeviceCanvasContext(t.device));let n=this.device;!n&&t.gl&&(t.gl instanceof WebGLRenderingContext&&A.error("WebGL1 context not supported.")(),n=uo.attach(t.gl,{_cacheShaders:!0,_cachePipelines:!0,...this.props.deviceProps})),n||(n=this._createDevice(t)),this.animationLoop=this._createAnimationLoop(n,t),this.setProps(e),t._typedArrayManagerProps&&Tt.setOptions(t._typedArrayManagerProps),this.animationLoop.start()}finalize(){this._restoreDeviceResizeHandler(),this.animationLoop?.stop(),this.animationLoop?.destroy(),this.animationLoop=null,this._hoverPickSequence++,this._pointerDownPickSequence++,this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=null,this.layerManager?.finalize(),this.layerManager=null,this.viewManager?.finalize(),this.viewManager=null,this.effectManager?.finalize(),this.effectManager=null,this.deckRenderer?.finalize(),this.deckRenderer=null,this.deckPicker?.finalize(),this.deckPicker=null,Object.keys(this._canvasManager.targets).length||this.eventManager?.destroy(),this.eventManager=null,this.eventManagers={},this.widgetManager?.finalize(),this.widgetManager=null,this._canvasManager.finalize(),this._isMultiCanvasMode()?this.canvas=null:this.canvas&&this.canvas===this._ownedCanvas&&(this.canvas.parentElement?.removeChild(this.canvas),this.canvas=null,this._ownedCanvas=null),this._canvasContext=null}setProps(t){this.stats.get("setProps Time").timeStart(),"onLayerHover"in t&&A.removed("onLayerHover","onHover")(),"onLayerClick"in t&&A.removed("onLayerClick","onClick")(),t.initialViewState&&!Y(this.props.initialViewState,t.initialViewState,3)&&(this.viewState=t.initialViewState),z(!("_canvases"in t)||Array.isArray(t._canvases)===this._isMultiCanvasMode()),Object.assign(this.props,t),this._validateCanvasConfiguration(this.props),this._validateInternalPickingMode(),this.device&&this._isMultiCanvasMode()&&this._syncCanvasTargets(),this._setCanvasSize(this.props);let e=Object.create(this.props);if(Object.assign(e,{views:this._getViews(),width:this.width,height:this.height,viewState:this._getViewState(),eventManagers:this.eventManagers}),t.device&&t.device.id!==this.device?.id){let n=t.device.getDefaultCanvasContext();this.animationLoop?.stop(),!this._isMultiCanvasMode()&&this.canvas!==n.canvas&&(this.canvas?.remove(),this.eventManager?.destroy(),this.canvas=null),this._setDeviceCanvasContext(t.device),A.log(`recreating animation loop for new device! id=${t.device.id}`)(),this.animationLoop=this._createAnimationLoop(t.device,t),this.animationLoop.start()}if(this.animationLoop?.setProps(e),t.useDevicePixels!==void 0&&this._canvasContext?.setProps){this._canvasContext.setProps({useDevicePixels:t.useDevicePixels});for(let n of Object.values(this._canvasManager.targets))n.presentationContext.setProps({useDevicePixels:t.useDevicePixels})}this.layerManager&&(this.viewManager.setProps(e),this.layerManager.activateViewport(this.getViewports()[0]),this.layerManager.setProps(e),this.effectManager.setProps(e),this.deckRenderer.setProps(e),this.deckPicker.setProps(e),this.widgetManager.setProps(e)),this.stats.get("setProps Time").timeEnd()}needsRedraw(t={clearRedrawFlags:!1}){if(!this.layerManager)return!1;if(this.props._animate)return"Deck._animate";let e=this._needsRedraw;t.clearRedrawFlags&&(this._needsRedraw=!1);let n=this.viewManager.needsRedraw(t),o=this.layerManager.needsRedraw(t),r=this.effectManager.needsRedraw(t),s=this.deckRenderer.needsRedraw(t);return e=e||n||o||r||s,e}redraw(t){if(!this.layerManager)return;let e=this.needsRedraw({clearRedrawFlags:!0});e=t||e,e&&(this.stats.get("Redraw Count").incrementCount(),this.props._customRender?this.props._customRender(e):this._drawLayers(e))}get isInitialized(){return this.viewManager!==null}getViews(){return z(this.viewManager),this.viewManager.views}getView(t){return z(this.viewManager),this.viewManager.getView(t)}getViewports(t){return z(this.viewManager),this.viewManager.getViewports(t)}getCanvas(){return this.canvas}getCanvasContext(t){let e=t?this.viewManager?.getView(t)?.props.canvasId:void 0;return this._getCanvasContext(e)}getEventManager(t){if(!t||!this.viewManager)return this.eventManager;let e=this.viewManager.getCanvasId(t)||he;return this.eventManagers[e]||this.eventManager}async pickObjectAsync(t){let e=(await this._pickAsync("pickObjectAsync","pickObject Time",t)).result;return e.length?e[0]:null}async pickObjectsAsync(t){return await this._pickAsync("pickObjectsAsync","pickObjects Time",t)}pickObject(t){let e=this._pick("pickObject","pickObject Time",t).result;return e.length?e[0]:null}pickMultipleObjects(t){return t.depth=t.depth||10,this._pick("pickObject","pickMultipleObjects Time",t).result}pickObjects(t){return this._pick("pickObjects","pickObjects Time",t)}_pickPositionForController(t,e,n){return this._getInternalPickingMode()!=="sync"?null:this.pickObject({x:t,y:e,radius:0,unproject3D:!0,canvasId:n?this.viewManager?.getCanvasId(n):void 0})}_addResources(t,e=!1){for(let n in t)this.layerManager.resourceManager.add({resourceId:n,data:t[n],forceUpdate:e})}_removeResources(t){for(let e of t)this.layerManager.resourceManager.remove(e)}_addDefaultEffect(t){this.effectManager.addDefaultEffect(t)}_addDefaultShaderModule(t){this.layerManager.addDefaultShaderModule(t)}_removeDefaultShaderModule(t){this.layerManager?.removeDefaultShaderModule(t)}_resolveInternalPickingMode(){let{pickAsync:t}=this.props,e=this.device?.type||this.props.deviceProps?.type;if(t==="auto")return e==="webgpu"?"async":"sync";if(t==="sync"&&e==="webgpu")throw new Error('`pickAsync: "sync"` is not supported when Deck is using a WebGPU device.');return t}_getInternalPickingMode(){try{return this._resolveInternalPickingMode()}catch(t){return this.props.onError?.(t),null}}_validateInternalPickingMode(){this._getInternalPickingMode()}_getFirstPickedInfo({result:t,emptyInfo:e}){return t[0]||e}_shouldUnproject3D(t=this.layerManager?.getLayers()||[]){return t.some(e=>e.props.pickable==="3d")}_getPointPickOptions(t,e,n={},o=this.layerManager?.getLayers()||[]){return{x:t,y:e,canvasId:n.canvasId,radius:this.props.pickingRadius,unproject3D:this._shouldUnproject3D(o),...n}}_pickPointSync(t){return this._pick("pickObject","pickObject Time",t)}_pickPointAsync(t){return this._pickAsync("pickObjectAsync","pickObject Time",t)}_getLastPointerDownPickingInfo(t,e,n,o=this.layerManager?.getLayers()||[]){return this.deckPicker.getLastPickedObject({x:t,y:e,layers:o,viewports:this.getViewports({x:t,y:e,canvasId:n})},this._lastPointerDownInfo)}_applyHoverCallbacks({result:t,emptyInfo:e},n){if(!this.widgetManager)return;this.cursorState.isHovering=t.length>0;let o=e,r=!1;for(let s of t)o=s,r=s.layer?.onHover(s,n)||r;r||(this.props.onHover?.(o,n),this.widgetManager.onHover(o,n))}_dispatchPickingEvent(t,e){if(!this.layerManager||!this.widgetManager)return;let n=He[e.type];if(!n)return;let{layer:o}=t,r=o&&(o[n]||o.props[n]),s=this.props[n],a=!1;r&&(a=r.call(o,t,e)),a||(s?.(t,e),this.widgetManager.onEvent(t,e))}_pickAsync(t,e,n){z(this.deckPicker);let{stats:o}=this,r=this._isMultiCanvasMode()?n.canvasId||this._getDefaultCanvasId():n.canvasId,s=this._getCanvasContext(r)||void 0;o.get("Pick Count").incrementCount(),o.get(e).timeStart(),this._resizeForCanvasTarget(r);let a=this.deckPicker[t]({layers:this.layerManager.getLayers(n),views:this.viewManager.getViews(),viewports:this.getViewports({...n,canvasId:r}),onViewportActive:this.layerManager.activateViewport,effects:this.effectManager.getEffects(),...n,canvasId:r,canvasContext:s});return o.get(e).timeEnd(),a}_pick(t,e,n){z(this.deckPicker);let{stats:o}=this,r=this._isMultiCanvasMode()?n.canvasId||this._getDefaultCanvasId():n.canvasId,s=this._getCanvasContext(r)||void 0;o.get("Pick Count").incrementCount(),o.get(e).timeStart(),this._resizeForCanvasTarget(r);let a=this.deckPicker[t]({layers:this.layerManager.getLayers(n),views:this.viewManager.getViews(),viewports:this.getViewports({...n,canvasId:r}),onViewportActive:this.layerManager.activateViewport,effects:this.effectManager.getEffects(),...n,canvasId:r,canvasContext:s});return o.get(e).timeEnd(),a}_createCanvas(t){let e=t.canvas;return typeof e=="string"&&(e=document.getElementById(e),z(e)),e?this._ownedCanvas=null:(e=document.createElement("canvas"),e.id=t.id||"deckgl-overlay",t.width&&typeof t.width=="number"&&(e.width=t.width),t.height&&typeof t.height=="number"&&(e.height=t.height),(t.parent||document.body).appendChild(e),this._ownedCanvas=e),Object.assign(e.style,t.style),e}_isMultiCanvasMode(){return Array.isArray(this.props._canvases)}_getDefaultCanvasId(){return this._canvasManager.order[0]||he}_validateCanvasConfiguration(t){Array.isArray(t._canvases)&&(z(!t.canvas),z(!t.gl),z(!t.device?.canvasContext||t.device.getDefaultCanvasContext().offscreenCanvas))}_createEventManager(t){let e=new Ai(t,{touchAction:this.props.touchAction,recognizers:Object.keys(Os).map(n=>{let[o,r,s,a]=Os[n],c=this.props.eventRecognizerOptions?.[n],l={...r,...c,event:n};return{recognizer:new o(l),recognizeWith:s,requireFailure:a}}),events:{pointerdown:this._onPointerDown,pointermove:this._onPointerMove,pointerleave:this._onPointerMove}});for(let n in He)n==="dblclick"?e.watch(n,this._onEvent):e.on(n,this._onEvent);return e}_getEventRoot(t){return t.closest(".deck-events-root")||this.props.parent?.querySelector(".deck-events-root")||t}_syncCanvasTargets(){if(!this.device||!this._isMultiCanvasMode())return;this._canvasManager.syncCanvasEntries({device:this.device,canvases:this.props._canvases||[],useDevicePixels:this.props.useDevicePixels}),this.eventManagers=this._canvasManager.eventManagers;let t=this._getDefaultCanvasId();this.eventManager=this.eventManagers[t]||null,this.canvas=this._canvasManager.targets[t]?.canvas||null}_setCanvasContext(t){this._canvasContext=t,"style"in t.canvas&&(this.canvas=t.canvas)}_setDeviceCanvasContext(t,e={}){let n=t.getDefaultCanvasContext();this._setCanvasContext(n),this._setDeviceResizeHandler(t,e)}_setDeviceResizeHandler(t,e={}){let n=!!e.syncDrawingBuffer;if(this._deviceResizeHandler?.device===t){this._deviceResizeHandler.syncDrawingBuffer=n;return}this._restoreDeviceResizeHandler();let o=r=>{this._isMultiCanvasMode()?this._updateMultiCanvasDimensions():r===this._canvasContext&&this._canvasContext&&this._onCanvasContextResize(this._canvasContext,{syncDrawingBuffer:this._deviceResizeHandler?.syncDrawingBuffer})};t.props.onResize=o,this._deviceResizeHandler={device:t,onResize:o,syncDrawingBuffer:n}}_restoreDeviceResizeHandler(){let t=this._deviceResizeHandler;t&&t.device.props?.onResize===t.onResize&&(t.device.props.onResize=te),this._deviceResizeHandler=null}_setCanvasSize(t){if(this._isMultiCanvasMode()||!this.canvas)return;let{width:e,height:n}=t;if(e||e===0){let o=Number.isFinite(e)?`${e}px`:e;this.canvas.style.width=o}if(n||n===0){let o=Number.isFinite(n)?`${n}px`:n;this.canvas.style.position=t.style?.position||"absolute",this.canvas.style.height=o}}_getCanvasIdFromEvent(t){return this._canvasManager.getCanvasIdFromEvent(t?.rootElement)}_getCanvasContext(t){return this._canvasManager.getTarget(t)?.presentationContext||this._canvasContext}_resizeForCanvasTarget(t){let e=this._canvasManager.getTarget(t);if(!e||!this.device?.canvasContext)return;let[n,o]=e.presentationContext.getDrawingBufferSize();this.device.canvasContext.setDrawingBufferSize(n,o)}_createDeviceCanvas(t){if(this._isMultiCanvasMode()){let e=globalThis.OffscreenCanvas;if(!e)throw new Error("`_canvases` requires OffscreenCanvas support.");let n=typeof t.width=="number"&&Number.isFinite(t.width)?t.width:1,o=typeof t.height=="number"&&Number.isFinite(t.height)?t.height:1;return new e(n,o)}return this._createCanvas(t)}_updateCanvasSize(t=this._canvasContext){if(this._isMultiCanvasMode()){this._updateMultiCanvasDimensions();return}let{canvas:e}=this,[n,o]=t?t.getCSSSize():[e?.clientWidth??e?.width??0,e?.clientHeight??e?.height??0];(n!==this.width||o!==this.height)&&(this.width=n,this.height=o,this.viewManager?.setProps({width:n,height:o}),this.layerManager?.activateViewport(this.getViewports()[0]),this.props.onResize({width:n,height:o},t||void 0))}_onCanvasContextResize(t,e={}){if(e.syncDrawingBuffer){let{width:n,height:o}=t.canvas;t.setDrawingBufferSize(n,o)}this._needsRedraw="Canvas resized",this._updateCanvasSize(t)}_updateMultiCanvasDimensions(){let[t,e]=this._getCanvasContext()?.getCSSSize()||[0,0];(t!==this.width||e!==this.height)&&(this.width=t,this.height=e,this.props.onResize({width:t,height:e})),this._needsRedraw="Canvas resized",this.viewManager?.setNeedsUpdate("Canvas resized"),this.viewManager?.setProps({width:this.width,height:this.height})}_createAnimationLoop(t,e){let{gl:n,onError:o}=e;return new _c({device:t,autoResizeDrawingBuffer:!n&&!Array.isArray(e._canvases),autoResizeViewport:!1,onInitialize:r=>this._setDevice(r.device),onRender:this._onRenderFrame.bind(this),onError:o})}_createDevice(t){let e=this.props.deviceProps?.createCanvasContext,n=typeof e=="object"?e:void 0,o={adapters:[],_cacheShaders:!0,_cachePipelines:!0,...t.deviceProps};o.adapters.includes(uo)||o.adapters.push(uo);let r={alphaMode:this.props.deviceProps?.type==="webgpu"?"premultiplied":void 0};return Wr.createDevice({_reuseDevices:!0,type:"webgl",...o,createCanvasContext:{...r,...n,canvas:this._createDeviceCanvas(t),useDevicePixels:this.props.useDevicePixels,autoResize:!0}})}_getViewState(){return this.props.viewState||this.viewState}_getViews(){let{views:t}=this.props,e=Array.isArray(t)?t:t?[t]:[new qf({id:"default-view"})];return e.length&&this.props.controller&&(e[0]=e[0].clone({controller:this.props.controller})),e}_onContextLost(){let{onError:t}=this.props;this.animationLoop&&t&&t(new Error("WebGL context is lost"))}_pickAndCallback(){let{_pickRequest:t}=this;if(t.event){let e=t.event,n=this.layerManager?.getLayers()||[],o=this._getPointPickOptions(t.x,t.y,{canvasId:t.canvasId,radius:t.radius,mode:t.mode},n),r=this._getInternalPickingMode(),s=++this._hoverPickSequence;if(t.event=null,t.canvasId=void 0,!r)return;if(r==="sync"){this._applyHoverCallbacks(this._pickPointSync(o),e);return}this._pickPointAsync(o).then(({result:a,emptyInfo:c})=>{s===this._hoverPickSequence&&this._applyHoverCallbacks({result:a,emptyInfo:c},e)}).catch(a=>this.props.onError?.(a))}}_updateCursor(){let t=this.props.getCursor(this.cursorState);if(this._isMultiCanvasMode()){for(let n of Object.values(this._canvasManager.targets))n.canvas.style.cursor=t;return}let e=this.props.parent||this.canvas;e&&(e.style.cursor=t)}_setDevice(t){if(this.device=t,this._validateInternalPickingMode(),!this.animationLoop)return;this._setDeviceCanvasContext(t,{syncDrawingBuffer:!!(this.props.gl&&this.props.device!==t)}),this._isMultiCanvasMode()?this._syncCanvasTargets():this.canvas&&!this.canvas.isConnected&&this.props.parent&&this.props.parent.insertBefore(this.canvas,this.props.parent.firstChild),this.device.type==="webgl"&&this.device.setParametersWebGL({blend:!0,blendFunc:[770,771,1,771],polygonOffsetFill:!0,depthTest:!0,depthFunc:515}),this.props.onDeviceInitialized(this.device),this.device.type==="webgl"&&this.props.onWebGLInitialized(this.device.gl);let e=new fo;if(e.play(),this.animationLoop.attachTimeline(e),!this._isMultiCanvasMode()){let r=this.canvas&&this._getEventRoot(this.canvas);z(r),this.eventManager=this._createEventManager(r),this.eventManagers={[he]:this.eventManager}}this.viewManager=new Xi({timeline:e,eventManager:this.eventManager,eventManagers:this.eventManagers,getCanvasContext:this._isMultiCanvasMode()?this.getCanvasContext.bind(this):void 0,onViewStateChange:this._onViewStateChange.bind(this),onInteractionStateChange:this._onInteractionStateChange.bind(this),pickPosition:this._pickPositionForController.bind(this),views:this._getViews(),viewState:this._getViewState(),width:this.width,height:this.height});let n=this.viewManager.getViewports()[0];this.layerManager=new qi(this.device,{deck:this,stats:this.stats,viewport:n,timeline:e}),this.effectManager=new en({deck:this,device:this.device}),this.deckRenderer=new on(this.device,{stats:this.stats}),this.deckPicker=new rn(this.device,{stats:this.stats});let o=this.props.parent?.querySelector(".deck-widgets-root")||(this._isMultiCanvasMode()?this.props.parent||this.canvas?.parentElement:null)||this.canvas?.parentElement;this.widgetManager=new ir({deck:this,parentElement:o}),this.widgetManager.addDefault(new sn),this.setProps({}),this._updateCanvasSize(this._canvasContext),this.props.onLoad()}_drawLayers(t,e){let{device:n,gl:o}=this.layerManager.context;this.props.onBeforeRender({device:n,gl:o});let r={target:this.props._framebuffer,layers:this.layerManager.getLayers(),viewports:this.viewManager.getViewports(),onViewportActive:this.layerManager.activateViewport,views:this.viewManager.getViews(),pass:"screen",effects:this.effectManager.getEffects(),...e};if(this._isMultiCanvasMode()&&r.pass==="screen"&&!r.target&&this._canvasManager.order.length)for(let s of this._canvasManager.order){let a=r.viewports.filter(f=>this.viewManager.getCanvasId(f.id)===s);if(!a.length){let f=this._canvasManager.targets[s];this._resizeForCanvasTarget(s),this.deckRenderer?.renderLayers({...r,canvasContext:f.presentationContext,target:f.presentationContext.getCurrentFramebuffer(),viewports:[],clearCanvas:!0}),f.presentationContext.present();continue}let c=this._canvasManager.targets[s];this._resizeForCanvasTarget(s);let l=c.presentationContext.getCurrentFramebuffer();this.deckRenderer?.renderLayers({...r,canvasContext:c.presentationContext,target:l,viewports:a}),c.presentationContext.present()}else this.deckRenderer?.renderLayers(r);r.pass==="screen"&&this.widgetManager.onRedraw({viewports:r.viewports,layers:r.layers}),this.props.onAfterRender({device:n,gl:o})}_onRenderFrame(){this._getFrameStats(),this._metricsCounter++%60===0&&(this._getMetrics(),this.stats.reset(),A.table(4,this.metrics)(),this.props._onMetrics&&this.props._onMetrics(this.metrics)),this._updateCursor(),this.layerManager.updateLayers(),this._pickAndCallback(),this.redraw(),this.viewManager&&this.viewManager.updateViewStates()}_onViewStateChange(t){let e=this.props.onViewStateChange(t)||t.viewState;this.viewState&&(this.viewState={...this.viewState,[t.viewId]:e},this.props.viewState||this.viewManager&&this.viewManager.setProps({viewState:this.viewState}))}_onInteractionStateChange(t){this.cursorState.isDragging=t.isDragging||!1,this.props.onInteractionStateChange(t)}_getFrameStats(){let{stats:t}=this;t.get("frameRate").timeEnd(),t.get("frameRate").timeStart();let e=this.animationLoop.stats;t.get("GPU Time").addTime(e.get("GPU Time").lastTiming),t.get("CPU Time").addTime(e.get("CPU Time").lastTiming)}_getMetrics(){let{metrics:t,stats:e}=this;t.fps=e.get("frameRate").getHz(),t.setPropsTime=e.get("setProps Time").time,t.updateAttributesTime=e.get("Update Attributes").time,t.framesRedrawn=e.get("Redraw Count").count,t.pickTime=e.get("pickObject Time").time+e.get("pickMultipleObjects Time").time+e.get("pickObjects Time").time,t.pickCount=e.get("Pick Count").count,t.layersCount=this.layerManager?.layers.length??0,t.drawLayersCount=e.get("Layers rendered").lastSampleCount,t.pickLayersCount=e.get("Layers picked").lastSampleCount,t.updateLayersCount=e.get("Layer updates").count,t.updateAttributesCount=e.get("Attributes updated").count,t.gpuTime=e.get("GPU Time").time,t.cpuTime=e.get("CPU Time").time,t.gpuTimePerFrame=e.get("GPU Time").getAverageTime(),t.cpuTimePerFrame=e.get("CPU Time").getAverageTime();let n=Wr.stats.get("GPU Time and Memory");t.bufferMemory=n.get("Buffer Memory").count,t.textureMemory=n.get("Texture Memory").count,t.renderbufferMemory=n.get("Renderbuffer Memory").count,t.gpuMemory=n.get("GPU Memory").count}};fn.defaultProps=hh;fn.VERSION=fh;var mv=fn;var Oa=Math.PI/180;function yv({height:i,focalDistance:t,orbitAxis:e,rotationX:n,rotationOrbit:o,zoom:r}){let s=e==="Z"?[0,0,1]:[0,1,0],a=e==="Z"?[0,-t,0]:[0,0,t],c=new W().lookAt({eye:a,up:s});c.rotateX(n*Oa),e==="Z"?c.rotateZ(o*Oa):c.rotateY(o*Oa);let l=Math.pow(2,r)/i;return c.scale(l),c}var sr=class extends fe{constructor(t){let{height:e,projectionMatrix:n,fovy:o=50,orbitAxis:r="Z",target:s=[0,0,0],rotationX:a=0,rotationOrbit:c=0,zoom:l=0}=t,f=n?n[5]/2:Se(o);super({...t,longitude:void 0,viewMatrix:yv({height:e||1,focalDistance:f,orbitAxis:r,rotationX:a,rotationOrbit:c,zoom:l}),fovy:o,focalDistance:f,position:s,zoom:l}),this.target=s,this.orbitAxis=r,this.rotationX=a,this.rotationOrbit=c,this.fovy=o,this.projectedCenter=this.project(this.center)}unproject(t,{topLeft:e=!0}={}){let[n,o,r=this.projectedCenter[2]]=t,s=e?o:this.height-o,[a,c,l]=pt([n,s,r],this.pixelUnprojectionMatrix);return[a,c,l]}panByPosition(t,e,n){let o=this.project(t),{near:r,far:s}=Bf(this.projectionMatrix),a=r*s/(s-o[2]*(s-r)),c=r*s/(s-this.projectedCenter[2]*(s-r)),l=a/c,f=[this.width/2+(o[0]-e[0])*l,this.height/2+(o[1]-e[1])*l,this.projectedCenter[2]];return{target:this.unproject(f)}}};sr.displayName="OrbitViewport";var uh=sr;var Ra=class extends Jt{constructor(t){let{width:e,height:n,rotationX:o=0,rotationOrbit:r=0,target:s=[0,0,0],zoom:a=0,minRotationX:c=-90,maxRotationX:l=90,minZoom:f=-1/0,maxZoom:h=1/0,maxBounds:u=null,maxBoundsPadding:d=null,startPanPosition:p,startRotatePos:g,startRotationX:m,startRotationOrbit:v,startZoomPosition:_,startZoom:y}=t;super({width:e,height:n,rotationX:o,rotationOrbit:r,target:s,zoom:a,minRotationX:c,maxRotationX:l,minZoom:f,maxZoom:h,maxBounds:u,maxBoundsPadding:d},{startPanPosition:p,startRotatePos:g,startRotationX:m,startRotationOrbit:v,startZoomPosition:_,startZoom:y},t.makeViewport),this.unproject3D=t.unproject3D}panStart({pos:t}){return this._getUpdatedState({startPanPosition:this._unproject(t)})}pan({pos:t,startPosition:e}){let n=this.getState().startPanPosition||e;if(!n)return this;let r=this.makeViewport(this.getViewportProps()).panByPosition(n,t);return this._getUpdatedState(r)}panEnd(){return this._getUpdatedState({startPanPosition:null})}rotateStart({pos:t}){return this._getUpdatedState({startRotatePos:t,startRotationX:this.getViewportProps().rotationX,startRotationOrbit:this.getViewportProps().rotationOrbit})}rotate({pos:t,deltaAngleX:e=0,deltaAngleY:n=0}){let{startRotatePos:o,startRotationX:r,startRotationOrbit:s}=this.getState(),{width:a,height:c}=this.getViewportProps();if(!o||r===void 0||s===void 0)return this;let l;if(t){let f=(t[0]-o[0])/a,h=(t[1]-o[1])/c;(r<-90||r>90)&&(f*=-1),l={rotationX:r+h*180,rotationOrbit:s+f*180}}else l={rotationX:r+n,rotationOrbit:s+e};return this._getUpdatedState(l)}rotateEnd(){return this._getUpdatedState({startRotationX:null,startRotationOrbit:null})}shortestPathFrom(t){let e=t.getViewportProps(),n={...this.getViewportProps()},{rotationOrbit:o}=n;return Math.abs(o-e.rotationOrbit)>180&&(n.rotationOrbit=o<0?o+360:o-360),n}zoomStart({pos:t}){return this._getUpdatedState({startZoomPosition:this._unproject(t),startZoom:this.getViewportProps().zoom})}zoom({pos:t,startPos:e,scale:n}){let{startZoom:o,startZoomPosition:r}=this.getState();if(r||(o=this.getViewportProps().zoom,r=this._unproject(e||t)),!r)return this;let s=this._calculateNewZoom({scale:n,startZoom:o}),a=this.makeViewport({...this.getViewportProps(),zoom:s});return this._getUpdatedState({zoom:s,...a.panByPosition(r,t)})}zoomEnd(){return this._getUpdatedState({startZoomPosition:null,startZoom:null})}zoomIn(t=2){return this._getUpdatedState({zoom:this._calculateNewZoom({scale:t})})}zoomOut(t=2){return this._getUpdatedState({zoom:this._calculateNewZoom({scale:1/t})})}moveLeft(t=50){return this._panFromCenter([-t,0])}moveRight(t=50){return this._panFromCenter([t,0])}moveUp(t=50){return this._panFromCenter([0,-t])}moveDown(t=50){return this._panFromCenter([0,t])}rotateLeft(t=15){return this._getUpdatedState({rotationOrbit:this.getViewportProps().rotationOrbit-t})}rotateRight(t=15){return this._getUpdatedState({rotationOrbit:this.getViewportProps().rotationOrbit+t})}rotateUp(t=10){return this._getUpdatedState({rotationX:this.getViewportProps().rotationX-t})}rotateDown(t=10){return this._getUpdatedState({rotationX:this.getViewportProps().rotationX+t})}_project(t){return this.makeViewport(this.getViewportProps()).project(t)}_unproject(t){let e=this.unproject3D?.(t);return e||this.makeViewport(this.getViewportProps()).unproject(t)}_calculateNewZoom({scale:t,startZoom:e}){e===void 0&&(e=this.getViewportProps().zoom);let n=e+Math.log2(t);return this._constrainZoom(n)}_panFromCenter(t){let{target:e}=this.getViewportProps(),n=this._project(e);return this.pan({startPosition:e,pos:[n[0]+t[0],n[1]+t[1]]})}_getUpdatedState(t){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t})}applyConstraints(t){let{maxRotationX:e,minRotationX:n,rotationOrbit:o}=t;return t.zoom=this._constrainZoom(t.zoom,t),t.rotationX=D(t.rotationX,n,e),(o<-180||o>180)&&(t.rotationOrbit=Zi(o+180,360)-180),t.target=this._constrainTarget(t),t}_constrainZoom(t,e){e||(e=this.getViewportProps());let{maxZoom:n,maxBounds:o}=e,{minZoom:r}=e;if(o&&e.width>0&&e.height>0){let s=Qt(e.width,e.height,e.maxBoundsPadding),a=[];if(s.width>0||s.height>0){let c=this.makeViewport({...e,zoom:t}),l=si(c,e.target,s);s.width>0&&a.push(l.left,l.right),s.height>0&&a.push(l.top,l.bottom);let f=Math.min(...a)*2,h=o[1][0]-o[0][0],u=o[1][1]-o[0][1],d=(o[1][2]??0)-(o[0][2]??0),p=Math.sqrt(h*h+u*u+d*d);f>0&&p>0&&(r=Math.max(r,Math.log2(f/p)),r>n&&(r=n))}}return D(t,r,n)}_constrainTarget(t){let{target:e,maxBounds:n}=t;if(!n)return e;let o=Qt(t.width,t.height,t.maxBoundsPadding);if(o.width<0||o.height<0)return e;let[[r,s,a=0],[c,l,f=0]]=n;if(e[0]>=r&&e[0]<=c&&e[1]>=s&&e[1]<=l&&e[2]>=a&&e[2]<=f)return e;let h=this.makeViewport?.(t);if(h){let{cameraPosition:u}=h,d=u[0]-e[0],p=u[1]-e[1],g=u[2]-e[2],m=d*e[0]+p*e[1]+g*e[2],v=d*(d>=0?r:c)+p*(p>=0?s:l)+g*(g>=0?a:f),_=d*(d>=0?c:r)+p*(p>=0?l:s)+g*(g>=0?f:a);if((d||p||g)&&m>=v&&m<=_){let y=L=>D(L,r,c),x=L=>D(L,s,l),P=L=>D(L,a,f),w=L=>d*y(e[0]-L*d)+p*x(e[1]-L*p)+g*P(e[2]-L*g)-m,C=-1,S=1,E=w(C),b=w(S);for(;E<0;)S=C,b=E,C*=2,E=w(C);for(;b>0;)C=S,E=b,S*=2,b=w(S);for(let L=0;L<30;L++){let T=(C+S)/2;w(T)>0?C=T:S=T}let I=(C+S)/2;return[y(e[0]-I*d),x(e[1]-I*p),P(e[2]-I*g)]}}return[D(e[0],r,c),D(e[1],s,l),D(e[2],a,f)]}},hn=class extends Kt{constructor(){super(...arguments),this.ControllerState=Ra,this.transition={transitionDuration:300,transitionInterpolator:new At({transitionProps:{compare:["target","zoom","rotationX","rotationOrbit"],required:["target","zoom"]}})},this._unproject3D=t=>{if(this.pickPosition){let{x:e,y:n}=this.props,o=this.pickPosition(e+t[0],n+t[1]);if(o&&o.coordinate)return o.coordinate}return null}}setProps(t){t.unproject3D=this._unproject3D,super.setProps(t)}};var ar=class extends Xt{constructor(t={}){super(t),this.props.orbitAxis=t.orbitAxis||"Z"}getViewportType(){return uh}get ControllerType(){return hn}};ar.displayName="OrbitView";var xv=ar;var vv=new W().lookAt({eye:[0,0,1]});function _v({width:i,height:t,near:e,far:n,padding:o}){let r=-i/2,s=i/2,a=-t/2,c=t/2;if(o){let{left:l=0,right:f=0,top:h=0,bottom:u=0}=o,d=D((l+i-f)/2,0,i)-i/2,p=D((h+t-u)/2,0,t)-t/2;r-=d,s-=d,a+=p,c+=p}return new W().ortho({left:r,right:s,bottom:a,top:c,near:e,far:n})}var cr=class extends fe{constructor(t){let{width:e,height:n,near:o=.1,far:r=1e3,zoom:s=0,target:a=[0,0,0],padding:c=null,flipY:l=!0}=t,f=t.zoomX??(Array.isArray(s)?s[0]:s),h=t.zoomY??(Array.isArray(s)?s[1]:s),u=Number.isFinite(t.zoom)?t.zoom:Math.min(f,h),d=Math.pow(2,u),p;if(f!==u||h!==u){let g=Math.pow(2,f),m=Math.pow(2,h);p={unitsPerMeter:[g/d,m/d,1],metersPerUnit:[d/g,d/m,1]}}super({...t,longitude:void 0,position:a,viewMatrix:vv.clone().scale([d,d*(l?-1:1),d]),projectionMatrix:_v({width:e||1,height:n||1,padding:c,near:o,far:r}),zoom:u,distanceScales:p}),this.target=a,this.zoomX=f,this.zoomY=h,this.flipY=l}projectFlat([t,e]){let{unitsPerMeter:n}=this.distanceScales;return[t*n[0],e*n[1]]}unprojectFlat([t,e]){let{metersPerUnit:n}=this.distanceScales;return[t*n[0],e*n[1]]}panByPosition(t,e,n){let o=pt(e,this.pixelUnprojectionMatrix),r=this.projectFlat(t),s=tt.add([],r,tt.negate([],o)),a=tt.add([],this.center,s);return{target:this.unprojectFlat(a)}}};cr.displayName="OrthographicViewport";var dh=cr;var ph=1;function ka({zoom:i=0,zoomX:t,zoomY:e}){return t=t??(Array.isArray(i)?i[0]:i),e=e??(Array.isArray(i)?i[1]:i),{zoomX:t,zoomY:e}}function Pv(i,t,e,n,o){let r=i[0][t]+e,s=i[1][t]-n,a=(r+s)/2;return{minimum:r,maximum:s,midpoint:a,settledTarget:Number.isFinite(e)&&Number.isFinite(n)&&r<=s?D(o,r,s):a}}var za=class extends Jt{constructor(t){let{width:e,height:n,target:o=[0,0,0],zoom:r=0,zoomAxis:s="all",minZoom:a=-1/0,maxZoom:c=1/0,minZoomX:l=a,maxZoomX:f=c,minZoomY:h=a,maxZoomY:u=c,maxBounds:d=null,maxBoundsPadding:p=null,rubberBand:g=!1,startPanPosition:m,startZoomPosition:v,startZoom:_}=t,{[_t]:y}=t,{zoomX:x,zoomY:P}=ka(t);super({width:e,height:n,target:o,zoom:r,zoomX:x,zoomY:P,zoomAxis:s,minZoomX:l,maxZoomX:f,minZoomY:h,maxZoomY:u,maxBounds:d,maxBoundsPadding:p,rubberBand:g,[_t]:y},{startPanPosition:m,startZoomPosition:v,startZoom:_},t.makeViewport,t.constraintContext)}panStart({pos:t},e){return this._getUpdatedState({startPanPosition:this._unproject(t)},e)}pan({pos:t,startPosition:e},n){let o=this.getState().startPanPosition||e;if(!o)return this;let s=this.makeViewport(this.getViewportProps()).panByPosition(o,t);return this._getUpdatedState(s,n)}panEnd(t){return this._getUpdatedState({startPanPosition:null},t)}rotateStart(){return this}rotate(){return this}rotateEnd(){return this}shortestPathFrom(t){let e=t.getViewportProps();return{...this.getViewportProps()}}zoomStart({pos:t},e){let{zoomX:n,zoomY:o}=this.getViewportProps();return this._getUpdatedState({startZoomPosition:this._unproject(t),startZoom:[n,o]},e)}zoom({pos:t,startPos:e,scale:n},o){let{startZoom:r,startZoomPosition:s}=this.getState();if(!s){let{zoomX:c,zoomY:l}=this.getViewportProps();r=[c,l],s=this._unproject(e||t)}if(!s)return this;let a=this._calculateNewZoom({scale:n,startZoom:r});return this._getUpdatedState({...a,[_t]:{position:s,screenPosition:t}},o)}zoomEnd(t){return this._getUpdatedState({startZoomPosition:null,startZoom:null},t)}zoomIn(t=2,e){return this._getUpdatedState(this._calculateNewZoom({scale:t}),e)}zoomOut(t=2,e){return this._getUpdatedState(this._calculateNewZoom({scale:1/t}),e)}moveLeft(t=50,e){return this._panFromCenter([-t,0],e)}moveRight(t=50,e){return this._panFromCenter([t,0],e)}moveUp(t=50,e){return this._panFromCenter([0,-t],e)}moveDown(t=50,e){return this._panFromCenter([0,t],e)}rotateLeft(t=15){return this}rotateRight(t=15){return this}rotateUp(t=10){return this}rotateDown(t=10){return this}_project(t){return this.makeViewport(this.getViewportProps()).project(t)}_unproject(t){let e=this.makeViewport(this.getViewportProps()),[n,o]=e.unproject(t);return[n,o]}_calculateNewZoom({scale:t,startZoom:e}){let{zoomX:n,zoomY:o,zoomAxis:r}=this.getViewportProps();e===void 0&&(e=[n,o]);let s=Math.log2(t),[a,c]=e;switch(r){case"X":a+=s;break;case"Y":c+=s;break;default:a+=s,c+=s}return{zoomX:a,zoomY:c}}_panFromCenter(t,e){let{target:n}=this.getViewportProps(),o=this._project(n);return this.pan({startPosition:n,pos:[o[0]+t[0],o[1]+t[1]]},e)}_getUpdatedState(t,e){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t,constraintContext:e})}applyConstraints(t,e){let n=t,o=n[_t];delete n[_t];let r=ka(t),s=this._constrainZoom(r,t),a=t.rubberBand&&e?.mode==="elastic",{zoomX:c,zoomY:l}=e?.mode==="preserve"?r:a?{zoomX:ue(r.zoomX,s.zoomX,ph),zoomY:ue(r.zoomY,s.zoomY,ph)}:s;if(t.zoomX=c,t.zoomY=l,o){let d=this.makeViewport({...t,zoomX:c,zoomY:l});Object.assign(t,d.panByPosition(o.position,o.screenPosition))}t.zoom=Array.isArray(t.zoom)||t.zoomX!==t.zoomY?[t.zoomX,t.zoomY]:t.zoomX;let{maxBounds:f,rubberBand:h,target:u}=t;if(f){let d=Qt(t.width,t.height,t.maxBoundsPadding),p=this.makeViewport(t),g=si(p,u,d),m=p.project(u),v=[0,1].map(P=>{let w=u.slice();w[P]+=1;let C=p.project(w)[P]-m[P];return Number.isFinite(C)?C:2**(P===0?c:l)*(P===0?1:-1)}),_=v.map((P,w)=>{let C=w===0?g.left:g.top,S=w===0?g.right:g.bottom,E=Math.abs(P);return P>=0?[C/E,S/E]:[S/E,C/E]}),y=u.slice(),x=[d.width,d.height];for(let[P,[w,C]]of _.entries()){if(x[P]<0)continue;let{minimum:S,maximum:E,midpoint:b,settledTarget:I}=Pv(f,P,w,C,u[P]);if(e?.mode!=="preserve"&&h&&(!Number.isFinite(w)||!Number.isFinite(C))){y[P]=b;continue}let L=h?I:D(u[P],S,E);y[P]=e?.mode==="preserve"?u[P]:a?ue(u[P],L,(P===0?d.width:d.height)/2/Math.abs(v[P])):L}(y[0]!==u[0]||y[1]!==u[1])&&(t.target=y)}return t}_constrainZoom({zoomX:t,zoomY:e},n){n||(n=this.getViewportProps());let{zoomAxis:o,maxZoomX:r,maxZoomY:s,maxBounds:a}=n,{minZoomX:c,minZoomY:l}=n;if(a!==null&&n.width>0&&n.height>0){let h=Qt(n.width,n.height,n.maxBoundsPadding),u=a[0],d=a[1],p=d[0]-u[0],g=d[1]-u[1];h.width>0&&Number.isFinite(p)&&p>0&&(c=Math.max(c,Math.log2(h.width/p)),c>r&&(c=r)),h.height>0&&Number.isFinite(g)&&g>0&&(l=Math.max(l,Math.log2(h.height/g)),l>s&&(l=s))}switch(o){case"X":t=D(t,c,r);break;case"Y":e=D(e,l,s);break;default:let h=Math.min(r-t,s-e,0);h===0&&(h=Math.max(c-t,l-e,0)),h!==0&&(t+=h,e+=h)}return{zoomX:t,zoomY:e}}},un=class extends Kt{constructor(){super(...arguments),this.ControllerState=za,this.transition={transitionDuration:300,transitionInterpolator:new At(["target","zoomX","zoomY"])},this.dragMode="pan"}setProps(t){Object.assign(t,ka(t)),super.setProps(t)}_onMultiPanStart(t){return this.multiTouchDrag==="pan"&&super._onMultiPanStart(t)}_onPanRotate(){return!1}};var lr=class extends Xt{constructor(t={}){super(t)}getViewportType(){return dh}get ControllerType(){return un}};lr.displayName="OrthographicView";var wv=lr;var gh=[0,0,0];function Da(i,t,e=!1){let n=t.projectPosition(i);if(e&&t instanceof Le){let[o,r,s=0]=i,a=t.getDistanceScales([o,r]);n[2]=s*a.unitsPerMeter[2]}return n}function bv(i){let{viewport:t,modelMatrix:e,coordinateOrigin:n}=i,{coordinateSystem:o,fromCoordinateSystem:r,fromCoordinateOrigin:s}=i;return o==="default"&&(o=t.isGeospatial?"lnglat":"cartesian"),r===void 0?r=o:r==="default"&&(r=t.isGeospatial?"lnglat":"cartesian"),s===void 0&&(s=n),{viewport:t,coordinateSystem:o,coordinateOrigin:n,modelMatrix:e,fromCoordinateSystem:r,fromCoordinateOrigin:s}}function fr(i,{viewport:t,modelMatrix:e,coordinateSystem:n,coordinateOrigin:o,offsetMode:r}){let[s,a,c=0]=i;switch(e&&([s,a,c]=kt.transformMat4([],[s,a,c,1],e)),n){case"default":return fr(i,{viewport:t,modelMatrix:e,coordinateSystem:t.isGeospatial?"lnglat":"cartesian",coordinateOrigin:o,offsetMode:r});case"lnglat":return Da([s,a,c],t,r);case"lnglat-offsets":return Da([s+o[0],a+o[1],c+(o[2]||0)],t,r);case"meter-offsets":return Da(ki(o,[s,a,c]),t,r);case"cartesian":return t.isGeospatial?[s+o[0],a+o[1],c+o[2]]:t.projectPosition([s,a,c]);default:throw new Error(`Invalid coordinateSystem: ${n}`)}}function mh(i,t){let{viewport:e,coordinateSystem:n,coordinateOrigin:o,modelMatrix:r,fromCoordinateSystem:s,fromCoordinateOrigin:a}=bv(t),{autoOffset:c=!0}=t,{geospatialOrigin:l=gh,shaderCoordinateOrigin:f=gh,offsetMode:h=!1}=c?Rs(e,n,o):{},u=fr(i,{viewport:e,modelMatrix:r,coordinateSystem:s,coordinateOrigin:a,offsetMode:h});if(h){let d=e.projectPosition(l||f);je.sub(u,u,d)}return u}function yh(i){switch(i){case"float64":return Float64Array;case"uint8":case"unorm8":return Uint8ClampedArray;default:return mc(i)}}var xh=Gr.getDataType.bind(Gr);function dn(i,t,e){if(t.size>4)return null;let n=e==="webgpu"&&t.type==="uint8"?"unorm8":t.type,o=t.size,r=!!(e!=="webgpu"&&o===3&&n&&["uint8","sint8","unorm8","snorm8","uint16","sint16","unorm16","snorm16"].includes(n));return{attribute:i,format:o>1?`${n}x${o}${r?"-webgl":""}`:t.type,byteOffset:t.offset||0}}function Pt(i){return i.stride||i.size*i.bytesPerElement}function vh(i,t){return i.type===t.type&&i.size===t.size&&Pt(i)===Pt(t)&&(i.offset||0)===(t.offset||0)}function Ba(i,t){t.offset&&A.removed("shaderAttribute.offset","vertexOffset, elementOffset")();let e=Pt(i),n=t.vertexOffset!==void 0?t.vertexOffset:i.vertexOffset||0,o=t.elementOffset||0,r=n*e+o*i.bytesPerElement+(i.offset||0);return{...t,offset:r,stride:e}}function Sv(i,t){let e=Ba(i,t);return{high:e,low:{...e,offset:e.offset+i.size*4}}}var pn=class{constructor(t,e,n){this._buffer=null,this.device=t,this.id=e.id||"",this.size=e.size||1;let o=e.logicalType||e.type,r=o==="float64",{defaultValue:s}=e;s=Number.isFinite(s)?[s]:s||new Array(this.size).fill(0);let a;r?a="float32":!o&&e.isIndexed?a="uint32":a=o||"float32";let c=yh(o||a);this.doublePrecision=r,r&&e.fp64===!1&&(c=Float32Array),this.value=null,this.settings={...e,defaultType:c,defaultValue:s,logicalType:o,type:a,normalized:a.includes("norm"),size:this.size,bytesPerElement:c.BYTES_PER_ELEMENT},this.state={...n,externalBuffer:null,bufferAccessor:this.settings,allocatedValue:null,numInstances:0,bounds:null,constant:!1}}get isConstant(){return this.state.constant}get buffer(){return this._buffer}get byteOffset(){let t=this.getAccessor();return t.vertexOffset?t.vertexOffset*Pt(t):0}get numInstances(){return this.state.numInstances}set numInstances(t){this.state.numInstances=t}get isDoublePrecisionBuffer(){return this._shouldSplitDoublePrecisionValue(this.value)}delete(){this._buffer&&(this._buffer.delete(),this._buffer=null),Tt.release(this.state.allocatedValue),this.state.allocatedValue=null}getBuffer(){return this.state.constant&&this.device.type!=="webgpu"?null:this.state.externalBuffer||this._buffer}getValue(t=this.id,e=null){let n={};if(this.state.constant){let o=this.value;if(this.device.type==="webgpu"&&this._buffer)n[t]=this._buffer;else if(e){let r=Ba(this.getAccessor(),e),s=r.offset/o.BYTES_PER_ELEMENT,a=r.size||this.size;n[t]=o.subarray(s,s+a)}else n[t]=o}else n[t]=this.getBuffer();return this.doublePrecision&&(this.isDoublePrecisionBuffer?n[`${t}64Low`]=n[t]:n[`${t}64Low`]=new Float32Array(this.size)),n}_getBufferLayout(t=this.id,e=null){let n=this.getAccessor(),o=[],r={name:this.id,byteStride:this.device.type==="webgpu"&&this.state.constant?0:Pt(n)};if(this.doublePrecision){let s=Sv(n,e||{});o.push(dn(t,{...n,...s.high},this.device.type),dn(`${t}64Low`,{...n,...s.low},this.device.type))}else if(e){let s=Ba(n,e);o.push(dn(t,{...n,...s},this.device.type))}else o.push(dn(t,n,this.device.type));return r.attributes=o.filter(Boolean),r}setAccessor(t){this.state.bufferAccessor=t}getAccessor(){return this.state.bufferAccessor}getBounds(){if(this.state.bounds)return this.state.bounds;let t=null;if(this.state.constant&&this.value){let e=Array.from(this.value);t=[e,e]}else{let{value:e,numInstances:n,size:o}=this,r=n*o;if(e&&r&&e.length>=r){let s=new Array(o).fill(1/0),a=new Array(o).fill(-1/0);for(let c=0;c<r;)for(let l=0;l<o;l++){let f=e[c++];f<s[l]&&(s[l]=f),f>a[l]&&(a[l]=f)}t=[s,a]}}return this.state.bounds=t,t}setData(t){let{state:e}=this,n;ArrayBuffer.isView(t)?n={value:t}:t instanceof X?n={buffer:t}:n=t;let o={...this.settings,...n};if(ArrayBuffer.isView(n.value)){if(!n.type)if(this.doublePrecision&&n.value instanceof Float64Array)o.type="float32";else{let s=xh(n.value);o.type=o.normalized?s.replace("int","norm"):s}o.bytesPerElement=n.value.BYTES_PER_ELEMENT,o.stride=Pt(o)}if(e.bounds=null,n.constant){let r=n.value;if(r=this._normalizeValue(r,[],0),this.settings.normalized&&(r=this.normalizeConstant(r)),!(!e.constant||!this._areValuesEqual(r,this.value)))return!1;e.externalBuffer=null,e.constant=!0,this.value=ArrayBuffer.isView(r)?r:new Float32Array(r)}else if(n.buffer){let r=n.buffer;e.externalBuffer=r,e.constant=!1,this.value=n.value||null}else if(n.value){this._checkExternalBuffer(n);let r=n.value,s=r;e.externalBuffer=null,e.constant=!1,this.value=r,this._shouldSplitDoublePrecisionValue(s)&&(s=ri(s,o),r instanceof Float32Array&&(o.stride=o.size*2*Float32Array.BYTES_PER_ELEMENT));let{buffer:a}=this,c=Pt(o),l=(o.vertexOffset||0)*c;if(this.settings.isIndexed){let h=this.settings.defaultType;s.constructor!==h&&(s=new h(s))}let f=s.byteLength+l+c*2;(!a||a.byteLength<f)&&(a=this._createBuffer(f)),a.write(s,l)}return this.setAccessor(o),!0}updateSubBuffer(t={}){this.state.bounds=null;let e=this.value,{startOffset:n=0,endOffset:o}=t,r=this._shouldSplitDoublePrecisionValue(e);this.buffer.write(r?ri(e,{size:this.size,startIndex:n,endIndex:o}):e.subarray(n,o),n*(r?8:e.BYTES_PER_ELEMENT)+this.byteOffset)}allocate(t,e=!1){let{state:n}=this,o=n.allocatedValue,r=Tt.allocate(o,t+1,{size:this.size,type:this.settings.defaultType,copy:e});this.value=r;let s=this._shouldSplitDoublePrecisionValue(r),a=s&&r instanceof Float32Array?{...this.settings,stride:this.size*2*Float32Array.BYTES_PER_ELEMENT}:this.settings;this.setAccessor(a);let{byteOffset:c}=this,{buffer:l}=this,f=r.byteLength*(s&&r instanceof Float32Array?2:1);return(!l||l.byteLength<f+c)&&(l=this._createBuffer(f+c),e&&o&&l.write(this._shouldSplitDoublePrecisionValue(o)?ri(o,this):o,c)),n.allocatedValue=r,n.constant=!1,n.externalBuffer=null,!0}_shouldSplitDoublePrecisionValue(t){return!!(this.doublePrecision&&(t instanceof Float64Array||this.device.type==="webgpu"&&t instanceof Float32Array))}_checkExternalBuffer(t){let{value:e}=t;if(!ArrayBuffer.isView(e))throw new Error(`Attribute ${this.id} value is not TypedArray`);let n=this.settings.defaultType,o=!1;if(this.doublePrecision&&(o=e.BYTES_PER_ELEMENT<4),o)throw new Error(`Attribute ${this.id} does not support ${e.constructor.name}`);!(e instanceof n)&&this.settings.normalized&&!("normalized"in t)&&A.warn(`Attribute ${this.id} is normalized`)()}normalizeConstant(t){switch(this.settings.type){case"snorm8":return new Float32Array(t).map(e=>(e+128)/255*2-1);case"snorm16":return new Float32Array(t).map(e=>(e+32768)/65535*2-1);case"unorm8":return new Float32Array(t).map(e=>e/255);case"unorm16":return new Float32Array(t).map(e=>e/65535);default:return t}}_normalizeValue(t,e,n){let{defaultValue:o,size:r}=this.settings;if(Number.isFinite(t))return e[n]=t,e;if(!t){let s=r;for(;--s>=0;)e[n+s]=o[s];return e}switch(r){case 4:e[n+3]=Number.isFinite(t[3])?t[3]:o[3];case 3:e[n+2]=Number.isFinite(t[2])?t[2]:o[2];case 2:e[n+1]=Number.isFinite(t[1])?t[1]:o[1];case 1:e[n+0]=Number.isFinite(t[0])?t[0]:o[0];break;default:let s=r;for(;--s>=0;)e[n+s]=Number.isFinite(t[s])?t[s]:o[s]}return e}_areValuesEqual(t,e){if(!t||!e)return!1;let{size:n}=this;for(let o=0;o<n;o++)if(t[o]!==e[o])return!1;return!0}_createBuffer(t){this._buffer&&this._buffer.destroy();let{isIndexed:e,type:n}=this.settings,o=this.device.type==="webgpu"&&!e?X.VERTEX|X.STORAGE|X.COPY_DST|X.COPY_SRC:(e?X.INDEX:X.VERTEX)|X.COPY_DST;return this._buffer=this.device.createBuffer({...this._buffer?.props,id:this.id,usage:o,indexType:e?n:void 0,byteLength:t}),this._buffer}};var _h=[],Ph=[];function It(i,t=0,e=1/0){let n=_h,o={index:-1,data:i,target:[]};return i?typeof i[Symbol.iterator]=="function"?n=i:i.length>0&&(Ph.length=i.length,n=Ph):n=_h,(t>0||Number.isFinite(e))&&(n=(Array.isArray(n)?n:Array.from(n)).slice(t,e),o.index=t-1),{iterable:n,objectInfo:o}}function hr(i){return i&&i[Symbol.asyncIterator]}function ur(i,t){let{size:e,stride:n,offset:o,startIndices:r,nested:s}=t,a=i.BYTES_PER_ELEMENT,c=n?n/a:e,l=o?o/a:0,f=Math.floor((i.length-l)/c);return(h,{index:u,target:d})=>{if(!r){let v=u*c+l;for(let _=0;_<e;_++)d[_]=i[v+_];return d}let p=r[u],g=r[u+1]||f,m;if(s){m=new Array(g-p);for(let v=p;v<g;v++){let _=v*c+l;d=new Array(e);for(let y=0;y<e;y++)d[y]=i[_+y];m[v-p]=d}}else if(c===e)m=i.subarray(p*e+l,g*e+l);else{m=new i.constructor((g-p)*e);let v=0;for(let _=p;_<g;_++){let y=_*c+l;for(let x=0;x<e;x++)m[v++]=i[y+x]}}return m}}var wh=[],gn=[[0,1/0]];function bh(i,t){if(i===gn||(t[0]<0&&(t[0]=0),t[0]>=t[1]))return i;let e=[],n=i.length,o=0;for(let r=0;r<n;r++){let s=i[r];s[1]<t[0]?(e.push(s),o=r+1):s[0]>t[1]?e.push(s):t=[Math.min(s[0],t[0]),Math.max(s[1],t[1])]}return e.splice(o,0,t),e}var Cv={interpolation:{duration:0,easing:i=>i},spring:{stiffness:.05,damping:.5}};function dr(i,t){if(!i)return null;Number.isFinite(i)&&(i={type:"interpolation",duration:i});let e=i.type||"interpolation";return{...Cv[e],...t,...i,type:e}}var Re=class extends pn{constructor(t,e){super(t,e,{startIndices:null,constantValue:null,lastExternalBuffer:null,binaryValue:null,binaryAccessor:null,needsUpdate:!0,needsRedraw:!1,layoutChanged:!1,updateRanges:gn}),this.constant=!1,this.settings.update=e.update||(e.accessor?this._autoUpdater:void 0),Object.seal(this.settings),Object.seal(this.state),this._validateAttributeUpdaters()}get startIndices(){return this.state.startIndices}set startIndices(t){this.state.startIndices=t}needsUpdate(){return this.state.needsUpdate}needsRedraw({clearChangedFlags:t=!1}={}){let e=this.state.needsRedraw;return this.state.needsRedraw=e&&!t,e}layoutChanged(){return this.state.layoutChanged}setAccessor(t){var e;(e=this.state).layoutChanged||(e.layoutChanged=!vh(t,this.getAccessor())),super.setAccessor(t)}getUpdateTriggers(){let{accessor:t}=this.settings;return[this.id].concat(typeof t!="function"&&t||[])}supportsTransition(){return!!this.settings.transition}getTransitionSetting(t){if(!t||!this.supportsTransition())return null;let{accessor:e}=this.settings,n=this.settings.transition,o=Array.isArray(e)?t[e.find(r=>t[r])]:t[e];return dr(o,n)}setNeedsUpdate(t=this.id,e){if(this.state.needsUpdate=this.state.needsUpdate||t,this.setNeedsRedraw(t),e){let{startRow:n=0,endRow:o=1/0}=e;this.state.updateRanges=bh(this.state.updateRanges,[n,o])}else this.state.updateRanges=gn}clearNeedsUpdate(){this.state.needsUpdate=!1,this.state.updateRanges=wh}setNeedsRedraw(t=this.id){this.state.needsRedraw=this.state.needsRedraw||t}allocate(t){let{state:e,settings:n}=this;if(n.noAlloc)return!1;if(n.update){let o=this.isConstant;return super.allocate(t,e.updateRanges!==gn),e.layoutChanged||(e.layoutChanged=o&&this.device.type==="webgpu"),!0}return!1}updateBuffer({numInstances:t,data:e,props:n,context:o}){if(!this.needsUpdate())return!1;let{state:{updateRanges:r},settings:{update:s,noAlloc:a}}=this,c=!0;if(s){for(let[l,f]of r)s.call(o,this,{data:e,startRow:l,endRow:f,props:n,numInstances:t});if(this.value)if(this.constant||!this.buffer||this.buffer.byteLength<this.value.byteLength+this.byteOffset){if(this.constant){let l=this.value;this.value=null,this.setConstantValue(o,l)}else this.setData({value:this.value,constant:this.constant});this.constant=!1}else for(let[l,f]of r){let h=Number.isFinite(l)?this.getVertexOffset(l):0,u=Number.isFinite(f)?this.getVertexOffset(f):a||!Number.isFinite(t)?this.value.length:t*this.size;super.updateSubBuffer({startOffset:h,endOffset:u})}this._checkAttributeArray()}else c=!1;return this.clearNeedsUpdate(),this.setNeedsRedraw(),c}setConstantValue(t,e){var n;if(e===void 0||typeof e=="function")return!1;let o=this.isConstant,r=this.settings.transform&&t?this.settings.transform.call(t,e):e,s=this.settings.defaultType;this.state.constantValue=this._normalizeValue(r,new s(this.size),0);let a=this.setData({constant:!0,value:r});if(this.device.type==="webgpu"){let c=this.state.constantValue;this.doublePrecision&&(c instanceof Float32Array||c instanceof Float64Array)&&(c=ri(c,{size:this.size}),this.setAccessor({...this.getAccessor(),stride:this.size*2*Float32Array.BYTES_PER_ELEMENT}));let l=this._buffer;(!l||l.byteLength<c.byteLength)&&(l=this._createBuffer(c.byteLength)),l.write(c),(n=this.state).layoutChanged||(n.layoutChanged=!o),this.constant=!1}return a&&this.setNeedsRedraw(),this.clearNeedsUpdate(),!0}getConstantValue(){return this.isConstant?this.state.constantValue:null}setExternalBuffer(t){let{state:e}=this;return t?(this.clearNeedsUpdate(),e.lastExternalBuffer===t||(e.lastExternalBuffer=t,this.setNeedsRedraw(),this.setData(t)),!0):(e.lastExternalBuffer=null,!1)}setBinaryValue(t,e=null){let{state:n,settings:o}=this;if(!t)return n.binaryValue=null,n.binaryAccessor=null,!1;if(o.noAlloc)return!1;if(n.binaryValue===t)return this.clearNeedsUpdate(),!0;if(n.binaryValue=t,this.setNeedsRedraw(),o.transform||e!==this.startIndices){ArrayBuffer.isView(t)&&(t={value:t});let s=t;z(ArrayBuffer.isView(s.value),`invalid ${o.accessor}`);let a=!!s.size&&s.size!==this.size;return n.binaryAccessor=ur(s.value,{size:s.size||this.size,stride:s.stride,offset:s.offset,startIndices:e,nested:a}),!1}return this.clearNeedsUpdate(),this.setData(t),!0}getVertexOffset(t){let{startIndices:e}=this;return(e?t<e.length?e[t]:this.numInstances:t)*this.size}getValue(){let t=this.settings.shaderAttributes,e=super.getValue();if(!t)return e;for(let n in t)Object.assign(e,super.getValue(n,t[n]));return e}getBufferLayout(t){this.state.layoutChanged=!1;let e=this.settings.shaderAttributes,n=super._getBufferLayout(),{stepMode:o}=this.settings;if(o==="dynamic"?n.stepMode=t?t.isInstanced?"instance":"vertex":"instance":n.stepMode=o??"vertex",!e)return n;for(let r in e){let s=super._getBufferLayout(r,e[r]);n.attributes.push(...s.attributes)}return n}_autoUpdater(t,{data:e,startRow:n,endRow:o,props:r,numInstances:s}){let{settings:a,state:c,value:l,size:f,startIndices:h}=t,{accessor:u,transform:d}=a,p=c.binaryAccessor||(typeof u=="function"?u:r[u]);z(typeof p=="function",`accessor "${u}" is not a function`);let g=t.getVertexOffset(n),{iterable:m,objectInfo:v}=It(e,n,o);for(let _ of m){v.index++;let y=p(_,v);if(d&&(y=d.call(this,y)),h){let x=(v.index<h.length-1?h[v.index+1]:s)-h[v.index];if(y&&Array.isArray(y[0])){let P=g;for(let w of y)t._normalizeValue(w,l,P),P+=f}else y&&y.length>f?l.set(y,g):(t._normalizeValue(y,v.target,0),Yl({target:l,source:v.target,start:g,count:x}));g+=x*f}else t._normalizeValue(y,l,g),g+=f}}_validateAttributeUpdaters(){let{settings:t}=this;if(!(t.noAlloc||typeof t.update=="function"))throw new Error(`Attribute ${this.id} missing update or accessor`)}_checkAttributeArray(){let{value:t}=this,e=Math.min(4,this.size);if(t&&t.length>=e){let n=!0;switch(e){case 4:n=n&&Number.isFinite(t[3]);case 3:n=n&&Number.isFinite(t[2]);case 2:n=n&&Number.isFinite(t[1]);case 1:n=n&&Number.isFinite(t[0]);break;default:n=!1}if(!n)throw new Error(`Illegal attribute generated for ${this.id}`)}}};var mn=class i{gpuDataEvaluators;format;length;id;_gpuVector;_ownsGPUDataEvaluators;_destroyed=!1;static fromGPUVector(t){if(t.bufferLayout)throw new Error(`GPUVectorEvaluator.fromGPUVector() does not accept interleaved vector "${t.name}"`);if(t.data.length===0)throw new Error(`GPUVectorEvaluator.fromGPUVector() requires GPUData for "${t.name}"`);return new i({id:t.name,gpuDataEvaluators:t.data.map(e=>it.fromGPUData(e,{id:t.name})),gpuVector:t,format:t.format})}static fromGPUDataEvaluators(t,e={}){return new i({id:e.id,gpuDataEvaluators:t,format:e.format})}constructor({id:t,gpuDataEvaluators:e,gpuVector:n,format:o}){if(e.length===0)throw new Error("GPUVectorEvaluator requires at least one GPUData evaluator");Mv(e),this.id=t,this.gpuDataEvaluators=e,this.format=o??e[0].format,this.length=e.reduce((r,s)=>r+s.length,0),this._gpuVector=n,this._ownsGPUDataEvaluators=!n}get evaluated(){return!!this._gpuVector}get gpuVector(){if(!this._gpuVector)throw new Error(`${this} not evaluated`);return this._gpuVector}mapGPUData(t){return i.fromGPUDataEvaluators(this.gpuDataEvaluators.map((e,n)=>t(e,n)),{id:this.id})}async evaluate(t,e={}){if(this._destroyed)throw new Error(`GPUVectorEvaluator ${this} already destroyed`);if(this._gpuVector)return this._gpuVector;let n=await Promise.all(this.gpuDataEvaluators.map(a=>a.evaluate(t,e))),o=n[0],r=n.map(Sh),s=e.format??this.format??o.format;return this._gpuVector=new Yr({type:"data",name:e.name??this.id??"vector",format:s,data:r,stride:o.stride,byteStride:o.byteStride,rowByteLength:o.rowByteLength,bufferLayout:o.bufferLayout}),this._gpuVector}evaluateSync(t,e={}){if(this._destroyed)throw new Error(`GPUVectorEvaluator ${this} already destroyed`);if(this._gpuVector)return this._gpuVector;let n=this.gpuDataEvaluators.map(a=>a.evaluateSync(t,e)),o=n[0],r=n.map(Sh),s=e.format??this.format??o.format;return this._gpuVector=new Yr({type:"data",name:e.name??this.id??"vector",format:s,data:r,stride:o.stride,byteStride:o.byteStride,rowByteLength:o.rowByteLength,bufferLayout:o.bufferLayout}),this._gpuVector}destroy(){if(this._ownsGPUDataEvaluators)for(let t of this.gpuDataEvaluators)t.destroy();this._gpuVector=void 0,this._destroyed=!0}toString(){return this.id??this.constructor.name}};function Mv(i){let t=i[0];for(let e of i.slice(1))if(e.type!==t.type||e.size!==t.size||e.normalized!==t.normalized||e.format!==t.format)throw new Error("GPUVectorEvaluator requires matching GPUData evaluator layouts")}function Sh(i){let[t,...e]=i.data;if(!t||e.length>0)throw new Error(`GPUVectorEvaluator requires one GPUData chunk for "${i.name}"`);return t}var Fa={};De(Fa,{arithmetic:()=>Eh,dot:()=>Ih,equalAll:()=>Oh,extent:()=>Mh,fround:()=>Th,gather:()=>Lh,interleave:()=>Ah,length:()=>Rh,segmentedMap:()=>kh,select:()=>zh,sequence:()=>Dh,swizzle:()=>Bh});function ci({elementWise:i,func:t,inputs:e,output:n,outputBuffer:o}){let r=Array.isArray(e)?e:Object.values(e);for(let p of r)if(!p.value)throw new Error(`${p} does not have CPU value`);let s=n.length,a=n.size,c=new n.ValueType(s*a);for(let p=0;p<s;p++){let g=r.map(m=>$(m,p));if(i)for(let m=0;m<a;m++)c[p*a+m]=t.apply(null,g.map(v=>v[m]));else t.call(null,c.subarray(p*a,p*a+a),...g)}let l=n.ValueType.BYTES_PER_ELEMENT,f=n.offset/l,h=n.stride/l,u=a,d=c;if(f!==0||h!==u){d=new n.ValueType(f+n.byteLength/l);for(let p=0;p<s;p++){let g=p*u,m=f+p*h,v=c.subarray(g,g+a);d.set(v,m),o.write(v,m*l)}}else o.write(c);return{success:!0,value:d}}function $(i,t){let e=i.value,n=i.size,o=i.offset/i.ValueType.BYTES_PER_ELEMENT,r=i.stride/i.ValueType.BYTES_PER_ELEMENT,s=i.isConstant?0:t,a=o+s*r,c=e.slice(a,a+n);if(!i.normalized)return c;let l=new Float32Array(n);for(let f=0;f<n;f++)l[f]=Tv(c[f],i.type);return l}function Tv(i,t){switch(t){case"uint8":return i/255;case"uint16":return i/65535;case"uint32":return i/4294967295;case"sint8":return Math.max(i/127,-1);case"sint16":return Math.max(i/32767,-1);case"sint32":return Math.max(i/2147483647,-1);case"float32":return i;default:throw new Error(`Unsupported normalized source type ${t}`)}}var Eh=({inputs:i,output:t,target:e})=>{for(let o of Object.values(i.namedInputs))if(!o.value)throw new Error(`${o} does not have CPU value`);let n=new t.ValueType(t.length*t.size);for(let o=0;o<t.length;o++){let r=Object.fromEntries(Object.entries(i.namedInputs).map(([s,a])=>[s,$(a,o)]));for(let s=0;s<t.size;s++)n[o*t.size+s]=Ch(i.expression,r,s)}return e.write(n),{success:!0,value:n}};function Ch(i,t,e){switch(i.kind){case"input":{let n=t[i.name];return e<n.length?n[e]:n.length===1?n[0]:0}case"literal":return Array.isArray(i.value)?i.value[e]??0:i.value;case"call":{Lv(i.op,i.args.length);let n=i.args.map(o=>Ch(o,t,e));switch(i.op){case"add":return n[0]+n[1];case"subtract":return n[0]-n[1];case"multiply":return n[0]*n[1];case"divide":return n[0]/n[1];case"pow":return Math.pow(n[0],n[1]);case"sqrt":return Math.sqrt(n[0]);case"abs":return Math.abs(n[0]);case"sin":return Math.sin(n[0]);case"cos":return Math.cos(n[0]);case"tan":return Math.tan(n[0]);case"exp":return Math.exp(n[0]);case"log":return Math.log(n[0]);default:{let o=i.op;throw new Error(`Unsupported arithmetic op ${o}`)}}}default:{let n=i;throw new Error(`Unsupported expression node ${n.kind}`)}}}function Lv(i,t){let e=wc[i].arity;if(t!==e)throw new Error(`Arithmetic op '${i}' expects ${e} args, got ${t}`)}var Mh=({inputs:i,output:t,target:e})=>{let{sourceValues:n}=i;if(!n.value)throw new Error(`${n} does not have CPU value`);let r=new t.ValueType(t.length*t.size);if(n.length===0)return{success:!1,error:new Error(`${n} is empty`)};for(let s=0;s<n.size;s++){let a=$(n,0)[s],c=s*t.size,l=c+1;r[c]=a,r[l]=a;for(let f=1;f<n.length;f++){let h=$(n,f)[s];h<r[c]&&(r[c]=h),h>r[l]&&(r[l]=h)}}return e.write(r),{success:!0,value:r}};var Th=({inputs:i,output:t,target:e})=>ci({func:(n,o)=>{let r=n.length/2,s=new Float64Array(o.buffer);for(let a=0;a<r;a++){let c=s[a];n[a]=Math.fround(c),n[a+r]=c-n[a]}return n},inputs:i,output:t,outputBuffer:e});var Lh=async({inputs:i,output:t,target:e})=>{let{ids:n,sourceValues:o}=i,r=n.value,s=o.value;if(!r)throw new Error(`${n} does not have CPU value`);if(!s)throw new Error(`${o} does not have CPU value`);let a=new t.ValueType(t.length*t.size),c=new Array(t.size).fill(0);for(let l=0;l<t.length;l++){let f=$(n,l),h=Number(f[0]),u=Av(h,o.length)?$(o,h):c;a.set(u,l*t.size)}return e.write(a),{success:!0,value:a}};function Av(i,t){return Number.isInteger(i)&&i>=0&&i<t}var Ah=({inputs:i,output:t,target:e})=>ci({func:(n,...o)=>{let r=0;for(let s of o)n.set(s,r),r+=s.length},inputs:i,output:t,outputBuffer:e});var Ih=({inputs:i,output:t,target:e})=>{let{x:n,y:o}=i,r=new t.ValueType(t.length);for(let s=0;s<t.length;s++){let a=$(n,s),c=$(o,s),l=0;for(let f=0;f<n.size;f++)l+=a[f]*c[f];r[s]=l}return e.write(r),{success:!0,value:r}};var Oh=({inputs:i,output:t,target:e})=>{let{x:n,y:o}=i,r=new t.ValueType(t.length);for(let s=0;s<t.length;s++){let a=$(n,s),c=$(o,s),l=1;for(let f=0;f<n.size;f++)if(a[f]!==c[f]){l=0;break}r[s]=l}return e.write(r),{success:!0,value:r}};var Rh=({inputs:i,output:t,target:e})=>{let{x:n}=i,o=new t.ValueType(t.length);for(let r=0;r<t.length;r++){let s=$(n,r),a=0;for(let c=0;c<n.size;c++)a+=s[c]*s[c];o[r]=Math.sqrt(a)}return e.write(o),{success:!0,value:o}};var kh=async({inputs:i,output:t,target:e})=>{let{segments:n,vertexCount:o}=i,r=n.value;if(!r)throw new Error(`${n} does not have CPU value`);Iv(r,n,o);let s=new t.ValueType(t.length*t.size),a=0;for(let c=0;c<o;c++){for(;a+1<n.length&&r[Na(n,a+1)]<=c;)a++;let l=r[Na(n,a)],f=c*t.size;s[f]=a,s[f+1]=c-l}return e.write(s),{success:!0,value:s}};function Iv(i,t,e){if(t.length<1)throw new Error("segmentedMap segments must contain at least one segment start");let n=0;for(let o=0;o<t.length;o++){let r=i[Na(t,o)];if(o===0&&r!==0)throw new Error(`segmentedMap segments must start at 0, got ${r}`);if(o>0&&r<n)throw new Error(`segmentedMap segments must be non-decreasing, got ${r} after ${n}`);n=r}if(n>e)throw new Error(`segmentedMap last segment start must be <= vertexCount, got ${n} > ${e}`)}function Na(i,t){return i.offset/i.ValueType.BYTES_PER_ELEMENT+t*(i.stride/i.ValueType.BYTES_PER_ELEMENT)}var zh=async({inputs:i,output:t,target:e})=>{let{condition:n,whenTrue:o,whenFalse:r}=i,s=new t.ValueType(t.length*t.size);for(let a=0;a<t.length;a++){let c=$(n,a),l=$(o,a),f=$(r,a);for(let h=0;h<t.size;h++){let u=ja(c,n.size,h);s[a*t.size+h]=u!==0?ja(l,o.size,h):ja(f,r.size,h)}}return e.write(s),{success:!0,value:s}};function ja(i,t,e){return e<t?i[e]:t===1?i[0]:0}var Dh=({inputs:i,output:t,target:e})=>{let n=new t.ValueType(t.length);for(let o=0;o<t.length;o++)n[o]=i.start+o*i.step;return e.write(n),{success:!0,value:n}};var Bh=({inputs:i,output:t,target:e})=>{let{columns:n}=i;return ci({func:(o,r)=>{for(let s=0;s<n.length;s++)o[s]=r[n[s]]},inputs:{x:i.x},output:t,outputBuffer:e})};var Ua=class{_modules={cpu:Fa};add(t,e){let n=this._modules[t];if(typeof e.then=="function"){let r=Promise.all([Promise.resolve(n||{}),e]).then(([s,a])=>({...s,...a}));return this._modules[t]=r,r.then(s=>{this._modules[t]=s}).catch(s=>{Vr.error(`Failed to register ${t} backend: ${s}`)()}),r}if(n&&typeof n.then=="function"){let r=Promise.resolve(n).then(s=>({...s,...e})).then(s=>(this._modules[t]=s,s)).catch(s=>{throw Vr.error(`Failed to register ${t} backend: ${s}`)(),s});return this._modules[t]=r,r}let o={...n||{},...e};return this._modules[t]=o,Promise.resolve(o)}async get(t,e){let n=this._modules[t];if(!n)if(t==="webgl")n=this.add("webgl",import("./webgl-TFAWFTGI.js"));else if(t==="webgpu")n=this.add("webgpu",import("./webgpu-ISG53SUN.js"));else throw new Error(`${t} backend not registered`);let r=(await n)[e];if(typeof r!="function")throw new Error(`${t} backend does not implement ${e}`);return r}getSync(t,e){let n=this._modules[t];if(!n)throw new Error(`${t} backend not registered`);if(typeof n.then=="function")throw new Error(`${t} backend is not loaded yet`);let r=n[e];if(typeof r!="function")throw new Error(`${t} backend does not implement ${e}`);return r}clear(){this._modules={}}},li=new Ua;var pr=class{inputs;dependencies;constructor(t){this.inputs=t,this.dependencies=Array.from(t instanceof Array?t:Object.values(t)).filter(e=>e instanceof it)}async execute(t,e){return await this._resolveDependencies(t),await this._executeWithHandler(await li.get(this._getHandlerRegistry(t),this.name),e)}executeSync(t,e){this._resolveDependenciesSync(t);let n=this._executeWithHandler(li.getSync(this._getHandlerRegistry(t),this.name),e);if(Ov(n))throw new Error(`${this.name} returned a Promise in executeSync()`);return n}shouldExecuteOnCPU(){return this.output.length<=1&&Array.from(this.dependencies).every(t=>!!t.value)}_getHandlerRegistry(t){return this.shouldExecuteOnCPU()?"cpu":t.type}async _resolveDependencies(t){for(let n of this.dependencies)await n.evaluate(t);if(this._getHandlerRegistry(t)==="cpu"||t.type==="null")for(let n of this.dependencies)await n.ensureCPUValue()}_resolveDependenciesSync(t){for(let n of this.dependencies)n.evaluateSync(t);if(this._getHandlerRegistry(t)==="cpu"||t.type==="null")for(let n of this.dependencies)n.ensureCPUValueSync()}_executeWithHandler(t,e){return t({device:e.device,inputs:this.inputs,output:this.output,target:e})}};function Ov(i){return typeof i?.then=="function"}function Nh(...i){let t=Rv(i.map(e=>e.type));return t[0]!=="f"&&i.some(e=>e.normalized)&&(t="float32"),{isConstant:i.every(e=>e.isConstant),type:t,size:i.reduce((e,n)=>Math.max(e,n.size),0),length:i.reduce((e,n)=>Math.max(e,n.length),0)}}function Rv(i){let t=0,e=0;for(let n of i){if(n[0]==="f")return"float32";let o=n.endsWith("8")?8:n.endsWith("6")?16:32;n[0]==="u"?t=Math.max(t,o):e=Math.max(e,o)}return t&&!e?`uint${t}`:e&&t<32?`sint${Math.max(e,t*2)}`:"float32"}var Va=class extends pr{name="interleave";output;constructor(t){super(t);let{isConstant:e,type:n,length:o}=Nh(...t);this.output=new it({isConstant:e,type:n,size:t.reduce((r,s)=>r+s.size,0),length:o,source:this})}toString(){return`_${this.inputs.join("_")}_`}};function Wa(...i){if(i.length===0)throw new Error("interleave() requires at least one input");return i.length===1?po(i[0]):new Va(i.map(po)).output}function Ya(i,t){let e=zv(t);for(let n of e)n.evaluateSync(i);return kv(e),t}function kv(i){let t=new Set(i.flatMap(Bv)),e=new Set;for(let n of i)gr(n,e);for(let n of e)n.evaluated&&!t.has(n.buffer)&&n.destroy()}function zv(i){let t=new Set;return Ga(i,t,new Set),Array.from(t)}function Ga(i,t,e){if(Nv(i)){t.add(i);return}if(!(!i||typeof i!="object"||e.has(i))){if(e.add(i),Array.isArray(i)){for(let n of i)Ga(n,t,e);return}if(Dv(i))for(let n of Object.values(i))Ga(n,t,e)}}function Dv(i){let t=Object.getPrototypeOf(i);return t===Object.prototype||t===null}function gr(i,t){if(i instanceof mn){for(let n of i.gpuDataEvaluators)gr(n,t);return}let e=i.source;if(e){if(e instanceof it){t.has(e)||(t.add(e),gr(e,t));return}for(let n of e.dependencies)t.has(n)||(t.add(n),gr(n,t))}}function Bv(i){return i instanceof it?[i.buffer]:i.gpuVector.data.map(t=>t.buffer instanceof Pc?t.buffer.buffer:t.buffer)}function Nv(i){return i instanceof it||i instanceof mn}var xn=class{constructor(t,{id:e,isTransitionAttribute:n}){this.packedBuffers={},this.device=t,this.id=e,this.isTransitionAttribute=n,this.device.type==="webgpu"&&li.add("webgpu",{interleave:bc})}hasGroups(t){return this.device.type==="webgpu"&&Object.values(t).some(e=>!!e.settings.bufferGroup)}finalize(){for(let t of Object.values(this.packedBuffers))t.packed.destroy();this.packedBuffers={}}getBufferLayouts(t,e){let n=this._getPackedGroups(t,e,{requireValues:!1,excludeAttributes:{}});return this._getBufferLayouts(t,n,e)}getBindings(t,e,n,o){let r=this._getPackedGroups(t,n,{requireValues:!0,excludeAttributes:o}),s={},a=new Set;for(let c of r.values()){let l=!this.packedBuffers[c.id]||c.attributes.some(f=>!!e[f.id]);s[c.id]=this._getPackedBuffer(c,l);for(let f of c.attributes)a.add(f.id)}return{bufferLayouts:this._getBufferLayouts(t,r,n).filter(c=>!o[c.name]&&!t[c.name]?.settings.isIndexed),buffers:s,groupedAttributeIds:a}}_getPackedGroups(t,e,{requireValues:n,excludeAttributes:o}){let r=new Map;for(let a of Object.values(t)){let c=a.settings.bufferGroup;if(!c)continue;let l=r.get(c)||[];l.push(a),r.set(c,l)}let s=new Map;for(let[a,c]of r){let l=this._getPackedGroup(a,c,e,n,o);l&&s.set(a,l)}return s}_getPackedGroup(t,e,n,o,r){if(e.length<2)return null;let s=e.map(d=>d.getBufferLayout(n)),a=s[0].stepMode,c=Math.max(1,e[0].numInstances),l=o&&e.every(d=>d.isConstant);for(let d=0;d<e.length;d++){let p=e[d],g=p.getAccessor(),m=g.size*g.bytesPerElement;if(r[p.id]||p.settings.isIndexed||p.settings.noAlloc||p.doublePrecision||this.isTransitionAttribute(p.id)||s[d].stepMode!==a||p.numInstances!==e[0].numInstances||(g.offset||0)!==0||(g.vertexOffset||0)!==0||Pt(g)!==m||o&&(p.isConstant?!p.getConstantValue()||p.getConstantValue().byteLength<m:!ArrayBuffer.isView(p.value)||p.value.byteLength<c*m))return null}let f={},h=[],u=0;for(let d=0;d<e.length;d++){let p=e[d];u=jh(u),f[p.id]=u;for(let g of s[d].attributes||[])h.push({...g,byteOffset:u+(g.byteOffset||0)});u+=Pt(p.getAccessor())}return u=jh(u),{id:t,attributes:e,byteStride:u,byteOffsets:f,rowCount:c,layout:{name:t,byteStride:l?0:u,stepMode:a,attributes:h}}}_getBufferLayouts(t,e,n){let o=[],r=new Set,s=new Set;for(let a of e.values())for(let c of a.attributes)s.add(c.id);for(let a of Object.values(t)){let c=a.settings.bufferGroup,l=c&&e.get(c);l&&s.has(a.id)?r.has(l.id)||(o.push(l.layout),r.add(l.id)):o.push(a.getBufferLayout(n))}return o}_getPackedBuffer(t,e){let n=JSON.stringify({byteStride:t.layout.byteStride,attributes:t.layout.attributes}),o=this.packedBuffers[t.id];if((!o||o.layoutKey!==n)&&(e=!0),e){o&&(o.packed.destroy(),delete this.packedBuffers[t.id]);let r=this._interleavePackedGroup(t);return this.packedBuffers[t.id]={packed:r,layoutKey:n},r.buffer}if(!o)throw new Error(`Attribute buffer group ${t.id} has no packed buffer`);return o.packed.buffer}_interleavePackedGroup(t){let e=t.attributes.map(o=>this._getInterleaveInput(t,o)),n=Wa(...e);return Ya(this.device,n),n}_getInterleaveInput(t,e){let n=Pt(e.getAccessor()),o=t.byteOffsets[e.id];if(yn(`${t.id}.${e.id} rowByteLength`,n),yn(`${t.id}.${e.id} groupByteOffset`,o),e.isConstant){let c=e.getConstantValue();if(!c)throw new Error(`Attribute group ${t.id} is missing constant value ${e.id}`);return yn(`${t.id}.${e.id} constant byteOffset`,c.byteOffset),new it({id:e.id,type:"uint32",size:n/4,isConstant:!0,value:new Uint32Array(c.buffer,c.byteOffset,n/Uint32Array.BYTES_PER_ELEMENT)})}let r=e.getBuffer(),s=e.byteOffset,a=e.getAccessor().stride||n;if(yn(`${t.id}.${e.id} byteOffset`,s),yn(`${t.id}.${e.id} stride`,a),!r)throw new Error(`Attribute group ${t.id} cannot interleave missing buffer ${e.id}`);return new it({id:e.id,type:"uint32",size:n/4,offset:s,stride:a,length:t.rowCount,buffer:r})}};function jh(i){return Math.ceil(i/4)*4}function yn(i,t){if(t%4!==0)throw new Error(`Attribute buffer groups require 32-bit alignment: ${i}=${t}`)}function $a(i){let{source:t,target:e,start:n=0,size:o,getData:r}=i,s=i.end||e.length,a=t.length,c=s-n;if(a>c){e.set(t.subarray(0,c),n);return}if(e.set(t,n),!r)return;let l=a;for(;l<c;){let f=r(l,t);for(let h=0;h<o;h++)e[n+l]=f[h]||0,l++}}function Fh({source:i,target:t,size:e,getData:n,sourceStartIndices:o,targetStartIndices:r}){if(!o||!r)return $a({source:i,target:t,size:e,getData:n}),t;let s=0,a=0,c=n&&((f,h)=>n(f+a,h)),l=Math.min(o.length,r.length);for(let f=1;f<l;f++){let h=o[f]*e,u=r[f]*e;$a({source:i.subarray(s,h),target:t,start:a,end:u,size:e,getData:c}),s=h,a=u}return a<t.length&&$a({source:[],target:t,start:a,size:e,getData:c}),t}function Uh(i){let{device:t,settings:e,value:n}=i,o=new Re(t,e);return o.setData({value:n instanceof Float64Array?new Float64Array(0):new Float32Array(0),normalized:e.normalized}),o}function mr(i){switch(i){case 1:return"float";case 2:return"vec2";case 3:return"vec3";case 4:return"vec4";default:throw new Error(`No defined attribute type for size "${i}"`)}}function yr(i){switch(i){case 1:return"float32";case 2:return"float32x2";case 3:return"float32x3";case 4:return"float32x4";default:throw new Error("invalid type size")}}function xr(i){i.push(i.shift())}function Vh(i,t){let{settings:e,value:n,size:o}=i,r=i.isDoublePrecisionBuffer?2:1,s=0,{shaderAttributes:a}=i.settings;if(a)for(let c of Object.values(a))s=Math.max(s,c.vertexOffset??0);return(e.noAlloc?n.length:(t+s)*o)*r}function vr({device:i,source:t,target:e}){return(!e||e.byteLength<t.byteLength)&&(e?.destroy(),e=i.createBuffer({byteLength:t.byteLength,usage:t.usage})),e}function _r({device:i,buffer:t,attribute:e,fromLength:n,toLength:o,fromStartIndices:r,getData:s=a=>a}){let a=e.isDoublePrecisionBuffer?2:1,c=e.size*a,l=e.byteOffset,f=e.settings.bytesPerElement<4?l/e.settings.bytesPerElement*4:l,h=e.startIndices,u=r&&h,d=e.isConstant;if(!u&&t&&n>=o)return t;let p=e.value instanceof Float64Array?Float32Array:e.value.constructor,g=d?e.value:new p(e.getBuffer().readSyncWebGL(l,o*p.BYTES_PER_ELEMENT).buffer);if(e.settings.normalized&&!d){let y=s;s=(x,P)=>e.normalizeConstant(y(x,P))}let m=d?(y,x)=>s(g,x):(y,x)=>s(g.subarray(y+l,y+l+c),x),v=t?new Float32Array(t.readSyncWebGL(f,n*4).buffer):new Float32Array(0),_=new Float32Array(o);return Fh({source:v,target:_,sourceStartIndices:r,targetStartIndices:h,size:c,getData:m}),(!t||t.byteLength<_.byteLength+f)&&(t?.destroy(),t=i.createBuffer({byteLength:_.byteLength+f,usage:35050})),t.write(_,f),t}var fi=class{constructor({device:t,attribute:e,timeline:n}){this.buffers=[],this.currentLength=0,this.device=t,this.transition=new Lt(n),this.attribute=e,this.attributeInTransition=Uh(e),this.currentStartIndices=e.startIndices}get inProgress(){return this.transition.inProgress}start(t,e,n=1/0){this.settings=t,this.currentStartIndices=this.attribute.startIndices,this.currentLength=Vh(this.attribute,e),this.transition.start({...t,duration:n})}update(){let t=this.transition.update();return t&&this.onUpdate(),t}setBuffer(t){let{stride:e}=this.attributeInTransition.getAccessor();this.attributeInTransition.setData({buffer:t,normalized:this.attribute.settings.normalized,value:this.attributeInTransition.value,stride:e})}cancel(){this.transition.cancel()}delete(){this.cancel();for(let t of this.buffers)t.destroy();this.buffers.length=0}};var vn=class extends fi{constructor({device:t,attribute:e,timeline:n}){super({device:t,attribute:e,timeline:n}),this.type="interpolation",this.transform=Vv(t,e)}start(t,e){let n=this.currentLength,o=this.currentStartIndices;if(super.start(t,e,t.duration),t.duration<=0){this.transition.cancel();return}let{buffers:r,attribute:s}=this;xr(r),r[0]=_r({device:this.device,buffer:r[0],attribute:s,fromLength:n,toLength:this.currentLength,fromStartIndices:o,getData:t.enter}),r[1]=vr({device:this.device,source:r[0],target:r[1]}),this.setBuffer(r[1]);let{transform:a}=this,c=a.model,l=Math.floor(this.currentLength/s.size);Gh(s)&&(l/=2),c.setVertexCount(l),s.isConstant?(c.setAttributes({aFrom:r[0]}),c.setConstantAttributes({aTo:s.value})):c.setAttributes({aFrom:r[0],aTo:s.getBuffer()}),a.transformFeedback.setBuffers({vCurrent:r[1]})}onUpdate(){let{duration:t,easing:e}=this.settings,{time:n}=this.transition,o=n/t;e&&(o=e(o));let{model:r}=this.transform,s={time:o};r.shaderInputs.setProps({interpolation:s}),this.transform.run({discard:!0})}delete(){super.delete(),this.transform.destroy()}},jv=`layout(std140) uniform interpolationUniforms {
  float time;
} interpolation;
`,Wh={name:"interpolation",vs:jv,uniformTypes:{time:"f32"}},Fv=`#version 300 es
#define SHADER_NAME interpolation-transition-vertex-shader

in ATTRIBUTE_TYPE aFrom;
in ATTRIBUTE_TYPE aTo;
out ATTRIBUTE_TYPE vCurrent;

void main(void) {
  vCurrent = mix(aFrom, aTo, interpolation.time);
  gl_Position = vec4(0.0);
}
`,Uv=`#version 300 es
#define SHADER_NAME interpolation-transition-vertex-shader

in ATTRIBUTE_TYPE aFrom;
in ATTRIBUTE_TYPE aFrom64Low;
in ATTRIBUTE_TYPE aTo;
in ATTRIBUTE_TYPE aTo64Low;
out ATTRIBUTE_TYPE vCurrent;
out ATTRIBUTE_TYPE vCurrent64Low;

vec2 mix_fp64(vec2 a, vec2 b, float x) {
  vec2 range = sub_fp64(b, a);
  return sum_fp64(a, mul_fp64(range, vec2(x, 0.0)));
}

void main(void) {
  for (int i=0; i<ATTRIBUTE_SIZE; i++) {
    vec2 value = mix_fp64(vec2(aFrom[i], aFrom64Low[i]), vec2(aTo[i], aTo64Low[i]), interpolation.time);
    vCurrent[i] = value.x;
    vCurrent64Low[i] = value.y;
  }
  gl_Position = vec4(0.0);
}
`;function Gh(i){return i.isDoublePrecisionBuffer}function Vv(i,t){let e=t.size,n=mr(e),o=yr(e),r=t.getBufferLayout();return Gh(t)?new yi(i,{vs:Uv,bufferLayout:[{name:"aFrom",byteStride:8*e,attributes:[{attribute:"aFrom",format:o,byteOffset:0},{attribute:"aFrom64Low",format:o,byteOffset:4*e}]},{name:"aTo",byteStride:8*e,attributes:[{attribute:"aTo",format:o,byteOffset:0},{attribute:"aTo64Low",format:o,byteOffset:4*e}]}],modules:[vc,Wh],defines:{ATTRIBUTE_TYPE:n,ATTRIBUTE_SIZE:e},moduleSettings:{},varyings:["vCurrent","vCurrent64Low"],bufferMode:35980,disableWarnings:!0}):new yi(i,{vs:Fv,bufferLayout:[{name:"aFrom",format:o},{name:"aTo",format:r.attributes[0].format}],modules:[Wh],defines:{ATTRIBUTE_TYPE:n},varyings:["vCurrent"],disableWarnings:!0})}var _n=class extends fi{constructor({device:t,attribute:e,timeline:n}){super({device:t,attribute:e,timeline:n}),this.type="spring",this.texture=Zv(t),this.framebuffer=qv(t,this.texture),this.transform=Hv(t,e)}start(t,e){let n=this.currentLength,o=this.currentStartIndices;super.start(t,e);let{buffers:r,attribute:s}=this;for(let c=0;c<2;c++)r[c]=_r({device:this.device,buffer:r[c],attribute:s,fromLength:n,toLength:this.currentLength,fromStartIndices:o,getData:t.enter});r[2]=vr({device:this.device,source:r[0],target:r[2]}),this.setBuffer(r[1]);let{model:a}=this.transform;a.setVertexCount(Math.floor(this.currentLength/s.size)),s.isConstant?a.setConstantAttributes({aTo:s.value}):a.setAttributes({aTo:s.getBuffer()})}onUpdate(){let{buffers:t,transform:e,framebuffer:n,transition:o}=this,r=this.settings;e.model.setAttributes({aPrev:t[0],aCur:t[1]}),e.transformFeedback.setBuffers({vNext:t[2]});let s={stiffness:r.stiffness,damping:r.damping};e.model.shaderInputs.setProps({spring:s}),e.run({framebuffer:n,discard:!1,parameters:{viewport:[0,0,1,1]},clearColor:[0,0,0,0]}),xr(t),this.setBuffer(t[1]),this.device.readPixelsToArrayWebGL(n)[0]>0||o.end()}delete(){super.delete(),this.transform.destroy(),this.texture.destroy(),this.framebuffer.destroy()}},Wv=`layout(std140) uniform springUniforms {
  float damping;
  float stiffness;
} spring;
`,Gv={name:"spring",vs:Wv,uniformTypes:{damping:"f32",stiffness:"f32"}},Yv=`#version 300 es
#define SHADER_NAME spring-transition-vertex-shader

#define EPSILON 0.00001

in ATTRIBUTE_TYPE aPrev;
in ATTRIBUTE_TYPE aCur;
in ATTRIBUTE_TYPE aTo;
out ATTRIBUTE_TYPE vNext;
out float vIsTransitioningFlag;

ATTRIBUTE_TYPE getNextValue(ATTRIBUTE_TYPE cur, ATTRIBUTE_TYPE prev, ATTRIBUTE_TYPE dest) {
  ATTRIBUTE_TYPE velocity = cur - prev;
  ATTRIBUTE_TYPE delta = dest - cur;
  ATTRIBUTE_TYPE force = delta * spring.stiffness;
  ATTRIBUTE_TYPE resistance = velocity * spring.damping;
  return force - resistance + velocity + cur;
}

void main(void) {
  bool isTransitioning = length(aCur - aPrev) > EPSILON || length(aTo - aCur) > EPSILON;
  vIsTransitioningFlag = isTransitioning ? 1.0 : 0.0;

  vNext = getNextValue(aCur, aPrev, aTo);
  gl_Position = vec4(0, 0, 0, 1);
  gl_PointSize = 100.0;
}
`,$v=`#version 300 es
#define SHADER_NAME spring-transition-is-transitioning-fragment-shader

in float vIsTransitioningFlag;

out vec4 fragColor;

void main(void) {
  if (vIsTransitioningFlag == 0.0) {
    discard;
  }
  fragColor = vec4(1.0);
}`;function Hv(i,t){let e=mr(t.size),n=yr(t.size);return new yi(i,{vs:Yv,fs:$v,bufferLayout:[{name:"aPrev",format:n},{name:"aCur",format:n},{name:"aTo",format:t.getBufferLayout().attributes[0].format}],varyings:["vNext"],modules:[Gv],defines:{ATTRIBUTE_TYPE:e},parameters:{depthCompare:"always",blendColorOperation:"max",blendColorSrcFactor:"one",blendColorDstFactor:"one",blendAlphaOperation:"max",blendAlphaSrcFactor:"one",blendAlphaDstFactor:"one"}})}function Zv(i){return i.createTexture({data:new Uint8Array(4),format:"rgba8unorm",width:1,height:1})}function qv(i,t){return i.createFramebuffer({id:"spring-transition-is-transitioning-framebuffer",width:1,height:1,colorAttachments:[t]})}var Xv={interpolation:vn,spring:_n},Pn=class{constructor(t,{id:e,timeline:n}){if(!t)throw new Error("AttributeTransitionManager is constructed without device");this.id=e,this.device=t,this.timeline=n,this.transitions={},this.needsRedraw=!1,this.numInstances=1}finalize(){for(let t in this.transitions)this._removeTransition(t)}update({attributes:t,transitions:e,numInstances:n}){this.numInstances=n||1;for(let o in t){let r=t[o],s=r.getTransitionSetting(e);s&&this._updateAttribute(o,r,s)}for(let o in this.transitions){let r=t[o];(!r||!r.getTransitionSetting(e))&&this._removeTransition(o)}}hasAttribute(t){let e=this.transitions[t];return e&&e.inProgress}getAttributes(){let t={};for(let e in this.transitions){let n=this.transitions[e];n.inProgress&&(t[e]=n.attributeInTransition)}return t}run(){if(this.numInstances===0)return!1;for(let e in this.transitions)this.transitions[e].update()&&(this.needsRedraw=!0);let t=this.needsRedraw;return this.needsRedraw=!1,t}_removeTransition(t){this.transitions[t].delete(),delete this.transitions[t]}_updateAttribute(t,e,n){let o=this.transitions[t],r=!o||o.type!==n.type;if(r){o&&this._removeTransition(t);let s=Xv[n.type];s?this.transitions[t]=new s({attribute:e,timeline:this.timeline,device:this.device}):(A.error(`unsupported transition type '${n.type}'`)(),r=!1)}(r||e.needsRedraw())&&(this.needsRedraw=!0,this.transitions[t].start(n,this.numInstances))}};var Yh="attributeManager.invalidate",Kv="attributeManager.updateStart",Jv="attributeManager.updateEnd",Qv="attribute.updateStart",t_="attribute.allocate",e_="attribute.updateEnd",wn=class{constructor(t,{id:e="attribute-manager",stats:n,timeline:o}={}){this.mergeBoundsMemoized=Dt(jf),this.id=e,this.device=t,this.attributes={},this.updateTriggers={},this.needsRedraw=!0,this.userData={},this.stats=n,this.attributeTransitionManager=new Pn(t,{id:`${e}-transitions`,timeline:o}),this.attributeBufferGroups=t.type==="webgpu"?new xn(t,{id:e,isTransitionAttribute:r=>this.attributeTransitionManager.hasAttribute(r)}):null,Object.seal(this)}finalize(){this.attributeBufferGroups?.finalize();for(let t in this.attributes)this.attributes[t].delete();this.attributeTransitionManager.finalize()}getNeedsRedraw(t={clearRedrawFlags:!1}){let e=this.needsRedraw;return this.needsRedraw=this.needsRedraw&&!t.clearRedrawFlags,e&&this.id}setNeedsRedraw(){this.needsRedraw=!0}add(t){this._add(t)}addInstanced(t){this._add(t,{stepMode:"instance"})}remove(t){for(let e of t)this.attributes[e]!==void 0&&(this.attributes[e].delete(),delete this.attributes[e])}invalidate(t,e){let n=this._invalidateTrigger(t,e);G(Yh,this,t,n)}invalidateAll(t){for(let e in this.attributes)this.attributes[e].setNeedsUpdate(e,t);G(Yh,this,"all")}update({data:t,numInstances:e,startIndices:n=null,transitions:o,props:r={},buffers:s={},context:a={}}){let c=!1;G(Kv,this),this.stats&&this.stats.get("Update Attributes").timeStart();for(let l in this.attributes){let f=this.attributes[l],h=f.settings.accessor;f.startIndices=n,f.numInstances=e,r[l]&&A.removed(`props.${l}`,`data.attributes.${l}`)(),f.setExternalBuffer(s[l])||f.setBinaryValue(typeof h=="string"?s[h]:void 0,t.startIndices)||typeof h=="string"&&!s[h]&&f.setConstantValue(a,r[h])||f.needsUpdate()&&(c=!0,this._updateAttribute({attribute:f,numInstances:e,data:t,props:r,context:a})),this.needsRedraw=this.needsRedraw||f.needsRedraw()}c&&G(Jv,this,e),this.stats&&(this.stats.get("Update Attributes").timeEnd(),c&&this.stats.get("Attributes updated").incrementCount()),this.attributeTransitionManager.update({attributes:this.attributes,numInstances:e,transitions:o})}updateTransition(){let{attributeTransitionManager:t}=this,e=t.run();return this.needsRedraw=this.needsRedraw||e,e}getAttributes(){return{...this.attributes,...this.attributeTransitionManager.getAttributes()}}getBounds(t){let e=t.map(n=>this.attributes[n]?.getBounds());return this.mergeBoundsMemoized(e)}getChangedAttributes(t={clearChangedFlags:!1}){let{attributes:e,attributeTransitionManager:n}=this,o={...n.getAttributes()};for(let r in e){let s=e[r];s.needsRedraw(t)&&!n.hasAttribute(r)&&(o[r]=s)}return o}getBufferLayouts(t){return this.hasBufferGroups()?this.attributeBufferGroups.getBufferLayouts(this.getAttributes(),t):Object.values(this.getAttributes()).map(e=>e.getBufferLayout(t))}hasBufferGroups(){return!!this.attributeBufferGroups?.hasGroups(this.attributes)}getBufferGroupBindings(t,e,n={}){return this.attributeBufferGroups?this.attributeBufferGroups.getBindings(this.getAttributes(),t,e,n):{bufferLayouts:this.getBufferLayouts(e),buffers:{},groupedAttributeIds:new Set}}_add(t,e){for(let n in t){let o=t[n],r={...o,id:n,size:o.isIndexed&&1||o.size||1,...e};this.attributes[n]=new Re(this.device,r)}this._mapUpdateTriggersToAttributes()}_mapUpdateTriggersToAttributes(){let t={};for(let e in this.attributes)this.attributes[e].getUpdateTriggers().forEach(o=>{t[o]||(t[o]=[]),t[o].push(e)});this.updateTriggers=t}_invalidateTrigger(t,e){let{attributes:n,updateTriggers:o}=this,r=o[t];return r&&r.forEach(s=>{let a=n[s];a&&a.setNeedsUpdate(a.id,e)}),r}_updateAttribute(t){let{attribute:e,numInstances:n}=t;if(G(Qv,e),e.constant){e.setConstantValue(t.context,e.value);return}e.allocate(n)&&G(t_,e,n),e.updateBuffer(t)&&(this.needsRedraw=!0,G(e_,e,n))}};var bn=class extends Lt{get value(){return this._value}_onUpdate(){let{time:t,settings:{fromValue:e,toValue:n,duration:o,easing:r}}=this,s=r(t/o);this._value=ye(e,n,s)}};var $h=1e-5;function Hh(i,t,e,n,o){let r=t-i,a=(e-t)*o,c=-r*n;return a+c+r+t}function i_(i,t,e,n,o){if(Array.isArray(e)){let r=[];for(let s=0;s<e.length;s++)r[s]=Hh(i[s],t[s],e[s],n,o);return r}return Hh(i,t,e,n,o)}function Zh(i,t){if(Array.isArray(i)){let e=0;for(let n=0;n<i.length;n++){let o=i[n]-t[n];e+=o*o}return Math.sqrt(e)}return Math.abs(i-t)}var Sn=class extends Lt{get value(){return this._currValue}_onUpdate(){let{fromValue:t,toValue:e,damping:n,stiffness:o}=this.settings,{_prevValue:r=t,_currValue:s=t}=this,a=i_(r,s,e,n,o),c=Zh(a,e),l=Zh(a,s);c<$h&&l<$h&&(a=e,this.end()),this._prevValue=s,this._currValue=a}};var n_={interpolation:bn,spring:Sn},En=class{constructor(t){this.transitions=new Map,this.timeline=t}get active(){return this.transitions.size>0}add(t,e,n,o){let{transitions:r}=this;if(r.has(t)){let c=r.get(t),{value:l=c.settings.fromValue}=c;e=l,this.remove(t)}if(o=dr(o),!o)return;let s=n_[o.type];if(!s){A.error(`unsupported transition type '${o.type}'`)();return}let a=new s(this.timeline);a.start({...o,fromValue:e,toValue:n}),r.set(t,a)}remove(t){let{transitions:e}=this;e.has(t)&&(e.get(t).cancel(),e.delete(t))}update(){let t={};for(let[e,n]of this.transitions)n.update(),t[e]=n.value,n.inProgress||this.remove(e);return t}clear(){for(let t of this.transitions.keys())this.remove(t)}};function Xh(i){let t=i[xt];for(let e in t){let n=t[e],{validate:o}=n;if(o&&!o(i[e],n))throw new Error(`Invalid prop ${e}: ${i[e]}`)}}function Kh(i,t){let e=Jh({newProps:i,oldProps:t,propTypes:i[xt],ignoreProps:{data:null,updateTriggers:null,extensions:null,transitions:null}}),n=r_(i,t),o=!1;return n||(o=s_(i,t)),{dataChanged:n,propsChanged:e,updateTriggersChanged:o,extensionsChanged:a_(i,t),transitionsChanged:o_(i,t)}}function o_(i,t){if(!i.transitions)return!1;let e={},n=i[xt],o=!1;for(let r in i.transitions){let s=n[r],a=s&&s.type;(a==="number"||a==="color"||a==="array")&&Ha(i[r],t[r],s)&&(e[r]=!0,o=!0)}return o?e:!1}function Jh({newProps:i,oldProps:t,ignoreProps:e={},propTypes:n={},triggerName:o="props"}){if(t===i)return!1;if(typeof i!="object"||i===null)return`${o} changed shallowly`;if(typeof t!="object"||t===null)return`${o} changed shallowly`;for(let r of Object.keys(i))if(!(r in e)){if(!(r in t))return`${o}.${r} added`;let s=Ha(i[r],t[r],n[r]);if(s)return`${o}.${r} ${s}`}for(let r of Object.keys(t))if(!(r in e)){if(!(r in i))return`${o}.${r} dropped`;if(!Object.hasOwnProperty.call(i,r)){let s=Ha(i[r],t[r],n[r]);if(s)return`${o}.${r} ${s}`}}return!1}function Ha(i,t,e){let n=e&&e.equal;return n&&!n(i,t,e)||!n&&(n=i&&t&&i.equals,n&&!n.call(i,t))?"changed deeply":!n&&t!==i?"changed shallowly":null}function r_(i,t){if(t===null)return"oldProps is null, initial diff";let e=!1,{dataComparator:n,_dataDiff:o}=i;return n?n(i.data,t.data)||(e="Data comparator detected a change"):i.data!==t.data&&(e="A new data container was supplied"),e&&o&&(e=o(i.data,t.data)||e),e}function s_(i,t){if(t===null)return{all:!0};if("all"in i.updateTriggers&&qh(i,t,"all"))return{all:!0};let e={},n=!1;for(let o in i.updateTriggers)o!=="all"&&qh(i,t,o)&&(e[o]=!0,n=!0);return n?e:!1}function a_(i,t){if(t===null)return!0;let e=t.extensions,{extensions:n}=i;if(n===e)return!1;if(!e||!n||n.length!==e.length)return!0;for(let o=0;o<n.length;o++)if(!n[o].equals(e[o]))return!0;return!1}function qh(i,t,e){let n=i.updateTriggers[e];n=n??{};let o=t.updateTriggers[e];return o=o??{},Jh({oldProps:o,newProps:n,triggerName:e})}var c_="count(): argument not an object",l_="count(): argument not a container";function Qh(i){if(!h_(i))throw new Error(c_);if(typeof i.count=="function")return i.count();if(Number.isFinite(i.size))return i.size;if(Number.isFinite(i.length))return i.length;if(f_(i))return Object.keys(i).length;throw new Error(l_)}function f_(i){return i!==null&&typeof i=="object"&&i.constructor===Object}function h_(i){return i!==null&&typeof i=="object"}function Za(i,t){if(!t)return i;let e={...i,...t};if("defines"in t&&(e.defines={...i.defines,...t.defines}),"modules"in t&&(e.modules=(i.modules||[]).concat(t.modules),t.modules.some(n=>n.name==="project64"))){let n=e.modules.findIndex(o=>o.name==="project32");n>=0&&e.modules.splice(n,1)}if("inject"in t)if(!i.inject)e.inject=t.inject;else{let n={...i.inject};for(let o in t.inject)n[o]=(n[o]||"")+t.inject[o];e.inject=n}return e}var u_={minFilter:"linear",mipmapFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"},qa={};function tu(i,t,e,n){if(e instanceof ee)return e;e.constructor&&e.constructor.name!=="Object"&&(e={data:e});let o=null;e.compressed&&(o={minFilter:"linear",mipmapFilter:e.data.length>1?"nearest":"linear"});let{width:r,height:s}=e.data,a=t.createTexture({...e,sampler:{...u_,...o,...n},mipLevels:t.getMipLevelCount(r,s)});return t.type==="webgl"?a.generateMipmapsWebGL():t.type==="webgpu"&&t.generateMipmapsWebGPU(a),qa[a.id]=i,a}function eu(i,t){!t||!(t instanceof ee)||qa[t.id]===i&&(t.delete(),delete qa[t.id])}var d_={boolean:{validate(i,t){return!0},equal(i,t,e){return!!i==!!t}},number:{validate(i,t){return Number.isFinite(i)&&(!("max"in t)||i<=t.max)&&(!("min"in t)||i>=t.min)}},color:{validate(i,t){return t.optional&&!i||Xa(i)&&(i.length===3||i.length===4)},equal(i,t,e){return Y(i,t,1)}},accessor:{validate(i,t){let e=Pr(i);return e==="function"||e===Pr(t.value)},equal(i,t,e){return typeof t=="function"?!0:Y(i,t,1)}},array:{validate(i,t){return t.optional&&!i||Xa(i)},equal(i,t,e){let{compare:n}=e,o=Number.isInteger(n)?n:n?1:0;return n?Y(i,t,o):i===t}},object:{equal(i,t,e){if(e.ignore)return!0;let{compare:n}=e,o=Number.isInteger(n)?n:n?1:0;return n?Y(i,t,o):i===t}},function:{validate(i,t){return t.optional&&!i||typeof i=="function"},equal(i,t,e){return!e.compare&&e.ignore!==!1||i===t}},data:{transform:(i,t,e)=>{if(!i)return i;let{dataTransform:n}=e.props;return n?n(i):typeof i.shape=="string"&&i.shape.endsWith("-table")&&Array.isArray(i.data)?i.data:i}},image:{transform:(i,t,e)=>{let n=e.context;return!n||!n.device?null:tu(e.id,n.device,i,{...t.parameters,...e.props.textureParameters})},release:(i,t,e)=>{eu(e.id,i)}}};function iu(i){let t={},e={},n={};for(let[o,r]of Object.entries(i)){let s=r?.deprecatedFor;if(s)n[o]=Array.isArray(s)?s:[s];else{let a=p_(o,r);t[o]=a,e[o]=a.value}}return{propTypes:t,defaultProps:e,deprecatedProps:n}}function p_(i,t){switch(Pr(t)){case"object":return Cn(i,t);case"array":return Cn(i,{type:"array",value:t,compare:!1});case"boolean":return Cn(i,{type:"boolean",value:t});case"number":return Cn(i,{type:"number",value:t});case"function":return Cn(i,{type:"function",value:t,compare:!0});default:return{name:i,type:"unknown",value:t}}}function Cn(i,t){return"type"in t?{name:i,...d_[t.type],...t}:"value"in t?{name:i,type:Pr(t.value),...t}:{name:i,type:"object",value:t}}function Xa(i){return Array.isArray(i)||ArrayBuffer.isView(i)}function Pr(i){return Xa(i)?"array":i===null?"null":typeof i}function nu(i,t){let e;for(let r=t.length-1;r>=0;r--){let s=t[r];"extensions"in s&&(e=s.extensions)}let n=Ka(i.constructor,e),o=Object.create(n);o[Ke]=i,o[Bt]={},o[Mt]={};for(let r=0;r<t.length;++r){let s=t[r];for(let a in s)o[a]=s[a]}return Object.freeze(o),o}var g_="_mergedDefaultProps";function Ka(i,t){if(!(i instanceof wr.constructor))return{};let e=g_;if(t)for(let o of t){let r=o.constructor;r&&(e+=`:${r.extensionName||r.name}`)}let n=ou(i,e);return n||(i[e]=m_(i,t||[]))}function m_(i,t){if(!i.prototype)return null;let n=Object.getPrototypeOf(i),o=Ka(n),r=ou(i,"defaultProps")||{},s=iu(r),a=Object.assign(Object.create(null),o,s.defaultProps),c=Object.assign(Object.create(null),o?.[xt],s.propTypes),l=Object.assign(Object.create(null),o?.[Fo],s.deprecatedProps);for(let f of t){let h=Ka(f.constructor);h&&(Object.assign(a,h),Object.assign(c,h[xt]),Object.assign(l,h[Fo]))}return y_(a,i),v_(a,c),x_(a,l),a[xt]=c,a[Fo]=l,t.length===0&&!Ja(i,"_propTypes")&&(i._propTypes=c),a}function y_(i,t){let e=P_(t);Object.defineProperties(i,{id:{writable:!0,value:e}})}function x_(i,t){for(let e in t)Object.defineProperty(i,e,{enumerable:!1,set(n){let o=`${this.id}: ${e}`;for(let r of t[e])Ja(this,r)||(this[r]=n);A.deprecated(o,t[e].join("/"))()}})}function v_(i,t){let e={},n={};for(let o in t){let r=t[o],{name:s,value:a}=r;r.async&&(e[s]=a,n[s]=__(s))}i[Ht]=e,i[Bt]={},Object.defineProperties(i,n)}function __(i){return{enumerable:!0,set(t){typeof t=="string"||t instanceof Promise||hr(t)?this[Bt][i]=t:this[Mt][i]=t},get(){if(this[Mt]){if(i in this[Mt])return this[Mt][i]||this[Ht][i];if(i in this[Bt]){let t=this[Ke]&&this[Ke].internalState;if(t&&t.hasAsyncProp(i))return t.getAsyncProp(i)||this[Ht][i]}}return this[Ht][i]}}}function Ja(i,t){return Object.prototype.hasOwnProperty.call(i,t)}function ou(i,t){return Ja(i,t)&&i[t]}function P_(i){let t=i.componentName;return t||A.warn(`${i.name}.componentName not specified`)(),t||i.name}var w_=0,Mn=class{constructor(...t){this.props=nu(this,t),this.id=this.props.id,this.count=w_++}clone(t){let{props:e}=this,n={};for(let o in e[Ht])o in e[Mt]?n[o]=e[Mt][o]:o in e[Bt]&&(n[o]=e[Bt][o]);return new this.constructor({...e,...n,...t})}};Mn.componentName="Component";Mn.defaultProps={};var wr=Mn;var b_=Object.freeze({}),Tn=class{constructor(t){this.component=t,this.asyncProps={},this.onAsyncPropUpdated=()=>{},this.oldProps=null,this.oldAsyncProps=null}finalize(){for(let t in this.asyncProps){let e=this.asyncProps[t];e&&e.type&&e.type.release&&e.type.release(e.resolvedValue,e.type,this.component)}this.asyncProps={},this.component=null,this.resetOldProps()}getOldProps(){return this.oldAsyncProps||this.oldProps||b_}resetOldProps(){this.oldAsyncProps=null,this.oldProps=this.component?this.component.props:null}hasAsyncProp(t){return t in this.asyncProps}getAsyncProp(t){let e=this.asyncProps[t];return e&&e.resolvedValue}isAsyncPropLoading(t){if(t){let e=this.asyncProps[t];return!!(e&&e.pendingLoadCount>0&&e.pendingLoadCount!==e.resolvedLoadCount)}for(let e in this.asyncProps)if(this.isAsyncPropLoading(e))return!0;return!1}reloadAsyncProp(t,e){this._watchPromise(t,Promise.resolve(e))}setAsyncProps(t){this.component=t[Ke]||this.component;let e=t[Mt]||{},n=t[Bt]||t,o=t[Ht]||{};for(let r in e){let s=e[r];this._createAsyncPropData(r,o[r]),this._updateAsyncProp(r,s),e[r]=this.getAsyncProp(r)}for(let r in n){let s=n[r];this._createAsyncPropData(r,o[r]),this._updateAsyncProp(r,s)}}_fetch(t,e){return null}_onResolve(t,e){}_onError(t,e){}_updateAsyncProp(t,e){if(this._didAsyncInputValueChange(t,e)){if(typeof e=="string"&&(e=this._fetch(t,e)),e instanceof Promise){this._watchPromise(t,e);return}if(hr(e)){this._resolveAsyncIterable(t,e);return}this._setPropValue(t,e)}}_freezeAsyncOldProps(){if(!this.oldAsyncProps&&this.oldProps){this.oldAsyncProps=Object.create(this.oldProps);for(let t in this.asyncProps)Object.defineProperty(this.oldAsyncProps,t,{enumerable:!0,value:this.oldProps[t]})}}_didAsyncInputValueChange(t,e){let n=this.asyncProps[t];return e===n.resolvedValue||e===n.lastValue?!1:(n.lastValue=e,!0)}_setPropValue(t,e){this._freezeAsyncOldProps();let n=this.asyncProps[t];n&&(e=this._postProcessValue(n,e),n.resolvedValue=e,n.pendingLoadCount++,n.resolvedLoadCount=n.pendingLoadCount)}_setAsyncPropValue(t,e,n){let o=this.asyncProps[t];o&&n>=o.resolvedLoadCount&&e!==void 0&&(this._freezeAsyncOldProps(),o.resolvedValue=e,o.resolvedLoadCount=n,this.onAsyncPropUpdated(t,e))}_watchPromise(t,e){let n=this.asyncProps[t];if(n){n.pendingLoadCount++;let o=n.pendingLoadCount;e.then(r=>{this.component&&(r=this._postProcessValue(n,r),this._setAsyncPropValue(t,r,o),this._onResolve(t,r))}).catch(r=>{this._onError(t,r)})}}async _resolveAsyncIterable(t,e){if(t!=="data"){this._setPropValue(t,e);return}let n=this.asyncProps[t];if(!n)return;n.pendingLoadCount++;let o=n.pendingLoadCount,r=[],s=0;for await(let a of e){if(!this.component)return;let{dataTransform:c}=this.component.props;c?r=c(a,r):r=r.concat(a),Object.defineProperty(r,"__diff",{enumerable:!1,value:[{startRow:s,endRow:r.length}]}),s=r.length,this._setAsyncPropValue(t,r,o)}this._onResolve(t,r)}_postProcessValue(t,e){let n=t.type;return n&&this.component&&(n.release&&n.release(t.resolvedValue,n,this.component),n.transform)?n.transform(e,n,this.component):e}_createAsyncPropData(t,e){if(!this.asyncProps[t]){let o=this.component&&this.component.props[xt];this.asyncProps[t]={type:o&&o[t],lastValue:null,resolvedValue:e,pendingLoadCount:0,resolvedLoadCount:0}}}};var Ln=class extends Tn{constructor({attributeManager:t,layer:e}){super(e),this.attributeManager=t,this.needsRedraw=!0,this.needsUpdate=!0,this.subLayers=null,this.usesPickingColorCache=!1,this.disabledPickingIndices=[]}get layer(){return this.component}_fetch(t,e){let n=this.layer,o=n?.props.fetch;return o?o(e,{propName:t,layer:n}):super._fetch(t,e)}_onResolve(t,e){let n=this.layer;if(n){let o=n.props.onDataLoad;t==="data"&&o&&o(e,{propName:t,layer:n})}}_onError(t,e){let n=this.layer;n&&n.raiseError(e,`loading ${t} of ${this.layer}`)}};var S_="layer.changeFlag",E_="layer.initialize",C_="layer.update",M_="layer.finalize",T_="layer.matched",ru=2**24-1,L_=Object.freeze([]),A_=Dt(({oldViewport:i,viewport:t})=>i.equals(t)),wt=new Uint8ClampedArray(0);function su(i){return i.rowIndexes||i.pickingColors||i.instancePickingColors}function Qa(i){return i.rowIndexes}function tc(i){return i.pickingColors||i.instancePickingColors}var I_={data:{type:"data",value:L_,async:!0},dataComparator:{type:"function",value:null,optional:!0},_dataDiff:{type:"function",value:i=>i&&i.__diff,optional:!0},dataTransform:{type:"function",value:null,optional:!0},onDataLoad:{type:"function",value:null,optional:!0},onError:{type:"function",value:null,optional:!0},fetch:{type:"function",value:(i,{propName:t,layer:e,loaders:n,loadOptions:o,signal:r})=>{let{resourceManager:s}=e.context;o=o||e.getLoadOptions(),n=n||e.props.loaders,r&&(o={...o,core:{...o?.core,fetch:{...o?.core?.fetch,signal:r}}});let a=s.contains(i);return!a&&!o&&(s.add({resourceId:i,data:le(i,n),persistent:!1}),a=!0),a?s.subscribe({resourceId:i,onChange:c=>e.internalState?.reloadAsyncProp(t,c),consumerId:e.id,requestId:t}):le(i,n,o)}},updateTriggers:{},visible:!0,pickable:!1,opacity:{type:"number",min:0,max:1,value:1},operation:"draw",onHover:{type:"function",value:null,optional:!0},onClick:{type:"function",value:null,optional:!0},onDragStart:{type:"function",value:null,optional:!0},onDrag:{type:"function",value:null,optional:!0},onDragEnd:{type:"function",value:null,optional:!0},coordinateSystem:"default",coordinateOrigin:{type:"array",value:[0,0,0],compare:!0},modelMatrix:{type:"array",value:null,compare:!0,optional:!0},wrapLongitude:!1,positionFormat:"XYZ",colorFormat:"RGBA",parameters:{type:"object",value:{},optional:!0,compare:2},loadOptions:{type:"object",value:null,optional:!0,ignore:!0},transitions:null,extensions:[],loaders:{type:"array",value:[],optional:!0,ignore:!0},getPolygonOffset:{type:"function",value:({layerIndex:i})=>[0,-i*100]},highlightedObjectIndex:null,autoHighlight:!1,highlightColor:{type:"accessor",value:[0,0,128,128]}},An=class extends wr{constructor(){super(...arguments),this.internalState=null,this.lifecycle=re.NO_STATE,this.parent=null}static get componentName(){return Object.prototype.hasOwnProperty.call(this,"layerName")?this.layerName:""}get root(){let t=this;for(;t.parent;)t=t.parent;return t}toString(){return`${this.constructor.layerName||this.constructor.name}({id: '${this.props.id}'})`}project(t){z(this.internalState);let e=this.internalState.viewport||this.context.viewport,n=fr(t,{viewport:e,modelMatrix:this.props.modelMatrix,coordinateOrigin:this.props.coordinateOrigin,coordinateSystem:this.props.coordinateSystem}),[o,r,s]=oe(n,e.pixelProjectionMatrix);return t.length===2?[o,r]:[o,r,s]}unproject(t){return z(this.internalState),(this.internalState.viewport||this.context.viewport).unproject(t)}projectPosition(t,e){z(this.internalState);let n=this.internalState.viewport||this.context.viewport;return mh(t,{viewport:n,modelMatrix:this.props.modelMatrix,coordinateOrigin:this.props.coordinateOrigin,coordinateSystem:this.props.coordinateSystem,...e})}get isComposite(){return!1}get isDrawable(){return!0}setState(t){this.setChangeFlags({stateChanged:!0}),Object.assign(this.state,t),this.setNeedsRedraw()}setNeedsRedraw(){this.internalState&&(this.internalState.needsRedraw=!0)}setNeedsUpdate(){this.internalState&&(this.context.layerManager.setNeedsUpdate(String(this)),this.internalState.needsUpdate=!0)}get isLoaded(){return this.internalState?!this.internalState.isAsyncPropLoading():!1}get wrapLongitude(){return this.props.wrapLongitude}isPickable(){return this.props.pickable&&this.props.visible}getModels(){let t=this.state;return t&&(t.models||t.model&&[t.model])||[]}setShaderModuleProps(...t){for(let e of this.getModels())e.shaderInputs.setProps(...t)}getAttributeManager(){return this.internalState&&this.internalState.attributeManager}getCurrentLayer(){return this.internalState&&this.internalState.layer}getLoadOptions(){return this.props.loadOptions}use64bitPositions(){let{coordinateSystem:t}=this.props;return t==="default"||t==="lnglat"||t==="cartesian"}onHover(t,e){return this.props.onHover&&this.props.onHover(t,e)||!1}onClick(t,e){return this.props.onClick&&this.props.onClick(t,e)||!1}nullPickingColor(){return[0,0,0]}encodePickingColor(t,e=[]){return e[0]=t+1&255,e[1]=t+1>>8&255,e[2]=t+1>>8>>8&255,e}decodePickingColor(t){z(t instanceof Uint8Array);let[e,n,o]=t;return e+n*256+o*65536-1}getNumInstances(){return Number.isFinite(this.props.numInstances)?this.props.numInstances:this.state&&this.state.numInstances!==void 0?this.state.numInstances:Qh(this.props.data)}getStartIndices(){return this.props.startIndices?this.props.startIndices:this.state&&this.state.startIndices?this.state.startIndices:null}getBounds(){return this.getAttributeManager()?.getBounds(["positions","instancePositions"])}getShaders(t){t=Za(t,{disableWarnings:!0,modules:this.context.defaultShaderModules});for(let e of this.props.extensions)t=Za(t,e.getShaders.call(this,e));return t}shouldUpdateState(t){return t.changeFlags.propsOrDataChanged}updateState(t){let e=this.getAttributeManager(),{dataChanged:n}=t.changeFlags;if(n&&e)if(Array.isArray(n))for(let o of n)e.invalidateAll(o);else e.invalidateAll();if(e){let{props:o}=t,r=this.internalState.hasPickingBuffer,s=Number.isInteger(o.highlightedObjectIndex)||!!o.pickable||o.extensions.some(a=>a.getNeedsPickingBuffer.call(this,a));if(r!==s){this.internalState.hasPickingBuffer=s;let a=su(e.attributes);a&&(s&&a.constant&&(a.constant=!1,e.invalidate(a.id)),!a.value&&!s&&(a.constant=!0,a.value=Qa(e.attributes)?[zi]:[0,0,0]))}}}finalizeState(t){for(let n of this.getModels())n.destroy();let e=this.getAttributeManager();e&&e.finalize(),this.context&&this.context.resourceManager.unsubscribe({consumerId:this.id}),this.internalState&&(this.internalState.uniformTransitions.clear(),this.internalState.finalize())}draw(t){for(let e of this.getModels())e.draw(t.renderPass)}getPickingInfo({info:t,mode:e,sourceLayer:n}){let{index:o}=t;return o>=0&&Array.isArray(this.props.data)&&(t.object=this.props.data[o]),t}raiseError(t,e){e&&(t=new Error(`${e}: ${t.message}`,{cause:t})),this.props.onError?.(t)||this.context?.onError?.(t,this)}getNeedsRedraw(t={clearRedrawFlags:!1}){return this._getNeedsRedraw(t)}needsUpdate(){return this.internalState?this.internalState.needsUpdate||this.hasUniformTransition()||this.shouldUpdateState(this._getUpdateParams()):!1}hasUniformTransition(){return this.internalState?.uniformTransitions.active||!1}activateViewport(t){if(!this.internalState)return;let e=this.internalState.viewport;this.internalState.viewport=t,(!e||!A_({oldViewport:e,viewport:t}))&&(this.setChangeFlags({viewportChanged:!0}),this.isComposite?this.needsUpdate()&&this.setNeedsUpdate():this._update())}invalidateAttribute(t="all"){let e=this.getAttributeManager();e&&(t==="all"?e.invalidateAll():e.invalidate(t))}updateAttributes(t){let e=!1;for(let n in t)t[n].layoutChanged()&&(e=!0);for(let n of this.getModels())this._setModelAttributes(n,t,e)}_updateAttributes(){let t=this.getAttributeManager();if(!t)return;let e=this.props,n=this.getNumInstances(),o=this.getStartIndices();t.update({data:e.data,numInstances:n,startIndices:o,props:e,transitions:e.transitions,buffers:e.data.attributes,context:this});let r=t.getChangedAttributes({clearChangedFlags:!0});this.updateAttributes(r)}_updateAttributeTransition(){let t=this.getAttributeManager();t&&t.updateTransition()}_updateUniformTransition(){let{uniformTransitions:t}=this.internalState;if(t.active){let e=t.update(),n=Object.create(this.props);for(let o in e)Object.defineProperty(n,o,{value:e[o]});return n}return this.props}calculateInstancePickingColors(t,{numInstances:e}){if(t.constant)return;let n=Math.floor(wt.length/4);this.internalState.usesPickingColorCache=!0;let o=e>0&&wt[0]===0;if(n<e||o){e>ru&&A.warn("Layer has too many data objects. Picking might not be able to distinguish all objects.")(),wt=Tt.allocate(wt,e,{size:4,copy:!0,maxCount:Math.max(e,ru)});let r=Math.floor(wt.length/4),s=[0,0,0],a=o?0:n;for(let c=a;c<r;c++)this.encodePickingColor(c,s),wt[c*4+0]=s[0],wt[c*4+1]=s[1],wt[c*4+2]=s[2],wt[c*4+3]=0}t.value=wt.subarray(0,e*4)}_setModelAttributes(t,e,n=!1){if(!Object.keys(e).length)return;let o=this.getAttributeManager();if(o?.hasBufferGroups()){this._setGroupedModelAttributes(t,o,e);return}if(n){let c=this.getAttributeManager();t.setBufferLayout(c.getBufferLayouts(t)),e=c.getAttributes()}let r=t.userData?.excludeAttributes||{},s={},a={};for(let c in e){if(r[c])continue;let l=e[c].getValue();for(let f in l){let h=l[f];h instanceof X?e[c].settings.isIndexed?t.setIndexBuffer(h):s[f]=h:h&&(a[f]=h)}}t.setAttributes(s),t.setConstantAttributes(a)}_setGroupedModelAttributes(t,e,n){let o=t.userData?.excludeAttributes||{},r=e.getBufferGroupBindings(n,t,o);t.setBufferLayout(r.bufferLayouts);let s={...r.buffers},a={},c=e.getAttributes();for(let l in c){if(o[l]||r.groupedAttributeIds.has(l))continue;let f=c[l],h=f.getValue();for(let u in h){let d=h[u];d instanceof X?f.settings.isIndexed?t.setIndexBuffer(d):s[u]=d:d&&(a[u]=d)}}t.setAttributes(s),t.setConstantAttributes(a)}disablePickingIndex(t){let e=this.props.data;if(!("attributes"in e)){this._disablePickingIndex(t);return}let n=this.getAttributeManager().attributes,o=Qa(n),r=tc(n),s=o&&e.attributes&&e.attributes[o.id];if(s&&s.value){let c=s.value;for(let l=0;l<e.length;l++){let f=o.getVertexOffset(l);c[f]===t&&this._disablePickingIndex(l)}return}let a=r&&e.attributes&&e.attributes[r.id];if(a&&a.value){let c=a.value,l=this.encodePickingColor(t);for(let f=0;f<e.length;f++){let h=r.getVertexOffset(f);c[h]===l[0]&&c[h+1]===l[1]&&c[h+2]===l[2]&&this._disablePickingIndex(f)}}else this._disablePickingIndex(t)}_disablePickingIndex(t){let e=this.getAttributeManager().attributes,n=Qa(e);if(n){let a=n.getVertexOffset(t),c=n.getVertexOffset(t+1),l=new Uint32Array(c-a);l.fill(zi),n.buffer.write(l,a*l.BYTES_PER_ELEMENT);return}let o=tc(e);if(!o){this.internalState&&Ul(this.internalState.disabledPickingIndices,t);return}let r=o.getVertexOffset(t),s=o.getVertexOffset(t+1);o.buffer.write(new Uint8Array(s-r),r)}restorePickingColors(){let t=this.getAttributeManager().attributes,e=su(t);if(!e){this.internalState&&(this.internalState.disabledPickingIndices.length=0);return}let n=tc(t);this.internalState.usesPickingColorCache&&n&&n.value.buffer!==wt.buffer&&(n.value=wt.subarray(0,n.value.length)),e.updateSubBuffer({startOffset:0})}_initialize(){z(!this.internalState),G(E_,this);let t=this._getAttributeManager();this.internalState=new Ln({attributeManager:t,layer:this}),this._clearChangeFlags(),this.state={},Object.defineProperty(this.state,"attributeManager",{get:()=>(A.deprecated("layer.state.attributeManager","layer.getAttributeManager()")(),t)}),this.internalState.uniformTransitions=new En(this.context.timeline),this.internalState.onAsyncPropUpdated=this._onAsyncPropUpdated.bind(this),this.internalState.setAsyncProps(this.props),this.initializeState(this.context);for(let e of this.props.extensions)e.initializeState.call(this,this.context,e);this.setChangeFlags({dataChanged:"init",propsChanged:"init",viewportChanged:!0,extensionsChanged:!0}),this._update()}_transferState(t){G(T_,this,this===t);let{state:e,internalState:n}=t;this!==t&&(this.internalState=n,this.state=e,this.internalState.setAsyncProps(this.props),this._diffProps(this.props,this.internalState.getOldProps()))}_update(){let t=this.needsUpdate();if(G(C_,this,t),!t)return;this.context.stats.get("Layer updates").incrementCount();let e=this.props,n=this.context,o=this.internalState,r=n.viewport,s=this._updateUniformTransition();o.propsInTransition=s,n.viewport=o.viewport||r,this.props=s;try{let a=this._getUpdateParams(),c=this.getModels();if(n.device)this.updateState(a);else try{this.updateState(a)}catch{}for(let f of this.props.extensions)f.updateState.call(this,a,f);this.setNeedsRedraw(),this._updateAttributes();let l=this.getModels()[0]!==c[0];this._postUpdate(a,l)}finally{n.viewport=r,this.props=e,this._clearChangeFlags(),o.needsUpdate=!1,o.resetOldProps()}}_finalize(){G(M_,this),this.finalizeState(this.context);for(let t of this.props.extensions)t.finalizeState.call(this,this.context,t)}_drawLayer({renderPass:t,shaderModuleProps:e=null,uniforms:n={},parameters:o={}}){this._updateAttributeTransition();let r=this.props,s=this.context;this.props=this.internalState.propsInTransition||r;try{e&&this.setShaderModuleProps(e);let{getPolygonOffset:a}=this.props,c=a&&a(n)||[0,0];s.device instanceof ho&&s.device.setParametersWebGL({polygonOffset:c});let l=s.device instanceof ho?null:O_(o);if(R_(this.getModels(),t,o,l),s.device instanceof ho)s.device.withParametersWebGL(o,()=>{let f={renderPass:t,shaderModuleProps:e,uniforms:n,parameters:o,context:s};for(let h of this.props.extensions)h.draw.call(this,f,h);this.draw(f)});else{l?.renderPassParameters&&t.setParameters(l.renderPassParameters);let f={renderPass:t,shaderModuleProps:e,uniforms:n,parameters:o,context:s};for(let h of this.props.extensions)h.draw.call(this,f,h);this.draw(f)}}finally{this.props=r}}getChangeFlags(){return this.internalState?.changeFlags}setChangeFlags(t){if(!this.internalState)return;let{changeFlags:e}=this.internalState;for(let o in t)if(t[o]){let r=!1;switch(o){case"dataChanged":let s=t[o],a=e[o];s&&Array.isArray(a)&&(e.dataChanged=Array.isArray(s)?a.concat(s):s,r=!0);default:e[o]||(e[o]=t[o],r=!0)}r&&G(S_,this,o,t)}let n=!!(e.dataChanged||e.updateTriggersChanged||e.propsChanged||e.extensionsChanged);e.propsOrDataChanged=n,e.somethingChanged=n||e.viewportChanged||e.stateChanged}_clearChangeFlags(){this.internalState.changeFlags={dataChanged:!1,propsChanged:!1,updateTriggersChanged:!1,viewportChanged:!1,stateChanged:!1,extensionsChanged:!1,propsOrDataChanged:!1,somethingChanged:!1}}_diffProps(t,e){let n=Kh(t,e);if(n.updateTriggersChanged)for(let o in n.updateTriggersChanged)n.updateTriggersChanged[o]&&this.invalidateAttribute(o);if(n.transitionsChanged)for(let o in n.transitionsChanged)this.internalState.uniformTransitions.add(o,e[o],t[o],t.transitions?.[o]);return this.setChangeFlags(n)}validateProps(){Xh(this.props)}updateAutoHighlight(t){this.props.autoHighlight&&!Number.isInteger(this.props.highlightedObjectIndex)&&this._updateAutoHighlight(t)}_updateAutoHighlight(t){let e={highlightedObjectColor:t.picked?t.color:null},{highlightColor:n}=this.props;t.picked&&typeof n=="function"&&(e.highlightColor=n(t)),this.setShaderModuleProps({picking:e}),this.setNeedsRedraw()}_getAttributeManager(){let t=this.context;return new wn(t.device,{id:this.props.id,stats:t.stats,timeline:t.timeline})}_postUpdate(t,e){let{props:n,oldProps:o}=t,r=this.state.model;r?.isInstanced&&r.setInstanceCount(this.getNumInstances());let{autoHighlight:s,highlightedObjectIndex:a,highlightColor:c}=n;if(e||o.autoHighlight!==s||o.highlightedObjectIndex!==a||o.highlightColor!==c){let l={};Array.isArray(c)&&(l.highlightColor=c),(e||o.autoHighlight!==s||a!==o.highlightedObjectIndex)&&(l.highlightedObjectColor=Number.isFinite(a)&&a>=0?this.encodePickingColor(a):null),this.setShaderModuleProps({picking:l})}}_getUpdateParams(){return{props:this.props,oldProps:this.internalState.getOldProps(),context:this.context,changeFlags:this.internalState.changeFlags}}_getNeedsRedraw(t){if(!this.internalState)return!1;let e=!1;e=e||this.internalState.needsRedraw&&this.id;let n=this.getAttributeManager(),o=n?n.getNeedsRedraw(t):!1;if(e=e||o,e)for(let r of this.props.extensions)r.onNeedsRedraw.call(this,r);return this.internalState.needsRedraw=this.internalState.needsRedraw&&!t.clearRedrawFlags,e}_onAsyncPropUpdated(){this._diffProps(this.props,this.internalState.getOldProps()),this.setNeedsUpdate()}};An.defaultProps=I_;An.layerName="Layer";var lt=An;function O_(i){let{blendConstant:t,...e}=i;return t?{pipelineParameters:e,renderPassParameters:{blendConstant:t}}:{pipelineParameters:e}}function R_(i,t,e,n){for(let o of i)o.device.type==="webgpu"?(k_(o,t),o.setParameters({...o.parameters,...n?.pipelineParameters})):o.setParameters(e)}function k_(i,t){let e=t.props.framebuffer||(t.framebuffer??null);if(!e)return;let n=e.colorAttachments.map(s=>s?.texture?.format??null),o=e.depthStencilAttachment?.texture?.format,r=i;(!z_(r.props.colorAttachmentFormats,n)||r.props.depthStencilAttachmentFormat!==o)&&(r.props.colorAttachmentFormats=n,r.props.depthStencilAttachmentFormat=o,r._setPipelineNeedsUpdate("attachment formats"))}function z_(i,t){if(i===t)return!0;if(!i||!t||i.length!==t.length)return!1;for(let e=0;e<i.length;e++)if(i[e]!==t[e])return!1;return!0}var D_="compositeLayer.renderLayers",br=class extends lt{get isComposite(){return!0}get isDrawable(){return!1}get isLoaded(){return super.isLoaded&&this.getSubLayers().every(t=>t.isLoaded)}getSubLayers(){return this.internalState&&this.internalState.subLayers||[]}initializeState(t){}setState(t){super.setState(t),this.setNeedsUpdate()}getPickingInfo({info:t}){let{object:e}=t;return e&&e.__source&&e.__source.parent&&e.__source.parent.id===this.id&&(t.object=e.__source.object,t.index=e.__source.index),t}filterSubLayer(t){return!0}shouldRenderSubLayer(t,e){return e&&e.length}getSubLayerClass(t,e){let{_subLayerProps:n}=this.props;return n&&n[t]&&n[t].type||e}getSubLayerRow(t,e,n){return t.__source={parent:this,object:e,index:n},t}getSubLayerAccessor(t){if(typeof t=="function"){let e={index:-1,data:this.props.data,target:[]};return(n,o)=>n&&n.__source?(e.index=n.__source.index,t(n.__source.object,e)):t(n,o)}return t}getSubLayerProps(t={}){let{opacity:e,pickable:n,visible:o,parameters:r,getPolygonOffset:s,highlightedObjectIndex:a,autoHighlight:c,highlightColor:l,coordinateSystem:f,coordinateOrigin:h,wrapLongitude:u,positionFormat:d,modelMatrix:p,extensions:g,fetch:m,operation:v,_subLayerProps:_}=this.props,y={id:"",updateTriggers:{},opacity:e,pickable:n,visible:o,parameters:r,getPolygonOffset:s,highlightedObjectIndex:a,autoHighlight:c,highlightColor:l,coordinateSystem:f,coordinateOrigin:h,wrapLongitude:u,positionFormat:d,modelMatrix:p,extensions:g,fetch:m,operation:v},x=_&&t.id&&_[t.id],P=x&&x.updateTriggers,w=t.id||"sublayer";if(x){let C=this.props[xt],S=t.type?t.type._propTypes:{};for(let E in x){let b=S[E]||C[E];b&&b.type==="accessor"&&(x[E]=this.getSubLayerAccessor(x[E]))}}Object.assign(y,t,x),y.id=`${this.props.id}-${w}`,y.updateTriggers={all:this.props.updateTriggers?.all,...t.updateTriggers,...P};for(let C of g){let S=C.getSubLayerProps.call(this,C);S&&Object.assign(y,S,{updateTriggers:Object.assign(y.updateTriggers,S.updateTriggers)})}return y}_updateAutoHighlight(t){for(let e of this.getSubLayers())e.updateAutoHighlight(t)}_getAttributeManager(){return null}_postUpdate(t,e){let n=this.internalState.subLayers,o=!n||this.needsUpdate();if(o){let r=this.renderLayers();n=Je(r,Boolean),this.internalState.subLayers=n}G(D_,this,o,n);for(let r of n)r.parent=this}};br.layerName="CompositeLayer";var In=br;var de=class{constructor(t){this.indexStarts=[0],this.vertexStarts=[0],this.vertexCount=0,this.instanceCount=0;let{attributes:e={}}=t;this.typedArrayManager=Tt,this.attributes={},this._attributeDefs=e,this.opts=t,this.updateGeometry(t)}updateGeometry(t){Object.assign(this.opts,t);let{data:e,buffers:n={},getGeometry:o,geometryBuffer:r,positionFormat:s,dataChanged:a,normalize:c=!0}=this.opts;if(this.data=e,this.getGeometry=o,this.positionSize=r&&r.size||(s==="XY"?2:3),this.buffers=n,this.normalize=c,r&&(z(e.startIndices),this.getGeometry=this.getGeometryFromBuffer(r),c||(n.vertexPositions=r)),this.geometryBuffer=n.vertexPositions,Array.isArray(a))for(let l of a)this._rebuildGeometry(l);else this._rebuildGeometry()}updatePartialGeometry({startRow:t,endRow:e}){this._rebuildGeometry({startRow:t,endRow:e})}getGeometryFromBuffer(t){let e=t.value||t;return ArrayBuffer.isView(e)?ur(e,{size:this.positionSize,offset:t.offset,stride:t.stride,startIndices:this.data.startIndices}):null}_allocate(t,e){let{attributes:n,buffers:o,_attributeDefs:r,typedArrayManager:s}=this;for(let a in r)if(a in o)s.release(n[a]),n[a]=null;else{let c=r[a];c.copy=e,n[a]=s.allocate(n[a],t,c)}}_forEachGeometry(t,e,n){let{data:o,getGeometry:r}=this,{iterable:s,objectInfo:a}=It(o,e,n);for(let c of s){a.index++;let l=r?r(c,a):null;t(l,a.index)}}_rebuildGeometry(t){if(!this.data)return;let{indexStarts:e,vertexStarts:n,instanceCount:o}=this,{data:r,geometryBuffer:s}=this,{startRow:a=0,endRow:c=1/0}=t||{},l={};if(t||(e=[0],n=[0]),this.normalize||!s)this._forEachGeometry((h,u)=>{let d=h&&this.normalizeGeometry(h);l[u]=d,n[u+1]=n[u]+(d?this.getGeometrySize(d):0)},a,c),o=n[n.length-1];else if(n=r.startIndices,o=n[r.length]||0,ArrayBuffer.isView(s))o=o||s.length/this.positionSize;else if(s instanceof X){let h=this.positionSize*4;o=o||s.byteLength/h}else if(s.buffer){let h=s.stride||this.positionSize*4;o=o||s.buffer.byteLength/h}else if(s.value){let h=s.value,u=s.stride/h.BYTES_PER_ELEMENT||this.positionSize;o=o||h.length/u}this._allocate(o,!!t),this.indexStarts=e,this.vertexStarts=n,this.instanceCount=o;let f={};this._forEachGeometry((h,u)=>{let d=l[u]||h;f.vertexStart=n[u],f.indexStart=e[u];let p=u<n.length-1?n[u+1]:o;f.geometrySize=p-n[u],f.geometryIndex=u,this.updateGeometryAttributes(d,f)},a,c),this.vertexCount=e[e.length-1]}};function au({data:i,getIndex:t,dataRange:e,replace:n}){let{startRow:o=0,endRow:r=1/0}=e,s=i.length,a=s,c=s;for(let u=0;u<s;u++){let d=t(i[u]);if(a>u&&d>=o&&(a=u),d>=r){c=u;break}}let l=a,h=c-a!==n.length?i.slice(c):void 0;for(let u=0;u<n.length;u++)i[l++]=n[u];if(h){for(let u=0;u<h.length;u++)i[l++]=h[u];i.length=l}return{startRow:a,endRow:a+n.length}}function cu(i,t){if(!i)return null;let e="startIndices"in i?i.startIndices[t]:t,n=i.featureIds.value[e];return e!==-1?B_(i,n,e):null}function B_(i,t,e){let n={properties:{...i.properties[t]}};for(let o in i.numericProps)n.properties[o]=i.numericProps[o].value[e];return n}function lu(i){let t={points:null,lines:null,polygons:null};for(let e in t){let n=i[e].globalFeatureIds.value;t[e]=new Uint32Array(n)}return t}var fu=`layout(std140) uniform iconUniforms {
  float sizeScale;
  vec2 iconsTextureDim;
  float sizeBasis;
  float sizeMinPixels;
  float sizeMaxPixels;
  bool billboard;
  highp int sizeUnits;
  float alphaCutoff;
} icon;
`,hu={name:"icon",vs:fu,fs:fu,uniformTypes:{sizeScale:"f32",iconsTextureDim:"vec2<f32>",sizeBasis:"f32",sizeMinPixels:"f32",sizeMaxPixels:"f32",billboard:"f32",sizeUnits:"i32",alphaCutoff:"f32"}};var uu=`#version 300 es
#define SHADER_NAME icon-layer-vertex-shader
in vec2 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in float instanceSizes;
in float instanceAngles;
in vec4 instanceColors;
#ifdef USE_ROW_INDEXES
in float rowIndexes;
#endif
in vec4 instanceIconFrames;
in float instanceColorModes;
in vec2 instanceOffsets;
in vec2 instancePixelOffset;
out float vColorMode;
out vec4 vColor;
out vec2 vTextureCoords;
out vec2 uv;
vec2 rotate_by_angle(vec2 vertex, float angle) {
float angle_radian = angle * PI / 180.0;
float cos_angle = cos(angle_radian);
float sin_angle = sin(angle_radian);
mat2 rotationMatrix = mat2(cos_angle, -sin_angle, sin_angle, cos_angle);
return rotationMatrix * vertex;
}
void main(void) {
geometry.worldPosition = instancePositions;
geometry.uv = positions;
#ifdef USE_ROW_INDEXES
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
#else
geometry.pickingColor = picking_getPickingColorFromInstanceID();
#endif
uv = positions;
vec2 iconSize = instanceIconFrames.zw;
float sizePixels = clamp(
project_size_to_pixel(instanceSizes * icon.sizeScale, icon.sizeUnits),
icon.sizeMinPixels, icon.sizeMaxPixels
);
float iconConstraint = icon.sizeBasis == 0.0 ? iconSize.x : iconSize.y;
float instanceScale = iconConstraint == 0.0 ? 0.0 : sizePixels / iconConstraint;
vec2 pixelOffset = positions / 2.0 * iconSize + instanceOffsets;
pixelOffset = rotate_by_angle(pixelOffset, instanceAngles) * instanceScale;
pixelOffset += instancePixelOffset;
pixelOffset.y *= -1.0;
if (icon.billboard)  {
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
vec3 offset = vec3(pixelOffset, 0.0);
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
} else {
vec3 offset_common = vec3(project_pixel_size(pixelOffset), 0.0);
DECKGL_FILTER_SIZE(offset_common, geometry);
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, offset_common, geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
vTextureCoords = mix(
instanceIconFrames.xy,
instanceIconFrames.xy + iconSize,
(positions.xy + 1.0) / 2.0
) / icon.iconsTextureDim;
vColor = instanceColors;
DECKGL_FILTER_COLOR(vColor, geometry);
vColorMode = instanceColorModes;
}
`;var du=`#version 300 es
#define SHADER_NAME icon-layer-fragment-shader
precision highp float;
uniform sampler2D iconsTexture;
in float vColorMode;
in vec4 vColor;
in vec2 vTextureCoords;
in vec2 uv;
out vec4 fragColor;
void main(void) {
geometry.uv = uv;
vec4 texColor = texture(iconsTexture, vTextureCoords);
vec3 color = mix(texColor.rgb, vColor.rgb, vColorMode);
float a = texColor.a * layer.opacity * vColor.a;
if (a < icon.alphaCutoff) {
discard;
}
fragColor = vec4(color, a);
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var N_=`struct IconUniforms {
  sizeScale: f32,
  iconsTextureDim: vec2<f32>,
  sizeBasis: f32,
  sizeMinPixels: f32,
  sizeMaxPixels: f32,
  billboard: i32,
  sizeUnits: i32,
  alphaCutoff: f32
};

@group(0) @binding(auto) var<uniform> icon: IconUniforms;
@group(0) @binding(auto) var iconsTexture : texture_2d<f32>;
@group(0) @binding(auto) var iconsTextureSampler : sampler;

fn rotate_by_angle(vertex: vec2<f32>, angle_deg: f32) -> vec2<f32> {
  let angle_radian = angle_deg * PI / 180.0;
  let c = cos(angle_radian);
  let s = sin(angle_radian);
  let rotation = mat2x2<f32>(vec2<f32>(c, s), vec2<f32>(-s, c));
  return rotation * vertex;
}

struct Attributes {
  @builtin(instance_index) instanceIndex : u32,
  @location(0) positions: vec2<f32>,

  @location(1) instancePositions: vec3<f32>,
  @location(2) instancePositions64Low: vec3<f32>,
  @location(3) instanceSizes: f32,
  @location(4) instanceAngles: f32,
  @location(5) instanceColors: vec4<f32>,
  @location(6) instanceIconFrames: vec4<f32>,
  @location(7) instanceColorModes: f32,
  @location(8) instanceOffsets: vec2<f32>,
  @location(9) instancePixelOffset: vec2<f32>,
  PICKING_COLOR_ATTRIBUTE
};

struct Varyings {
  @builtin(position) position: vec4<f32>,

  @location(0) vColorMode: f32,
  @location(1) vColor: vec4<f32>,
  @location(2) vTextureCoords: vec2<f32>,
  @location(3) uv: vec2<f32>,
  @location(4) pickingColor: vec3<f32>,
};

@vertex
fn vertexMain(inp: Attributes) -> Varyings {
  // write geometry fields used by filters + FS
  geometry.worldPosition = inp.instancePositions;
  geometry.uv = inp.positions;
  geometry.pickingColor = PICKING_COLOR_VALUE;

  var outp: Varyings;
  outp.uv = inp.positions;

  let iconSize = inp.instanceIconFrames.zw;

  // convert size in meters to pixels, then clamp
  let sizePixels = clamp(
    project_unit_size_to_pixel(inp.instanceSizes * icon.sizeScale, icon.sizeUnits),
    icon.sizeMinPixels, icon.sizeMaxPixels
  );

  // scale icon height to match instanceSize
  let iconConstraint = select(iconSize.y, iconSize.x, icon.sizeBasis == 0.0);
  let instanceScale = select(sizePixels / iconConstraint, 0.0, iconConstraint == 0.0);

  // scale and rotate vertex in "pixel" units; then add per-instance pixel offset
  var pixelOffset = inp.positions / 2.0 * iconSize + inp.instanceOffsets;
  pixelOffset = rotate_by_angle(pixelOffset, inp.instanceAngles) * instanceScale;
  pixelOffset = pixelOffset + inp.instancePixelOffset;
  pixelOffset.y = pixelOffset.y * -1.0;

  if (icon.billboard != 0) {
    var pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, vec3<f32>(0.0)); // TODO, &geometry.position);
    // DECKGL_FILTER_GL_POSITION(pos, geometry);

    var offset = vec3<f32>(pixelOffset, 0.0);
    // DECKGL_FILTER_SIZE(offset, geometry);
    let clipOffset = project_pixel_size_to_clipspace(offset.xy);
    pos = vec4<f32>(pos.x + clipOffset.x, pos.y + clipOffset.y, pos.z, pos.w);
    outp.position = pos;
  } else {
    var offset_common = vec3<f32>(project_pixel_size_vec2(pixelOffset), 0.0);
    // DECKGL_FILTER_SIZE(offset_common, geometry);
    var pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, offset_common); // TODO, &geometry.position);
    // DECKGL_FILTER_GL_POSITION(pos, geometry);
    outp.position = pos;
  }

  let uvMix = (inp.positions.xy + vec2<f32>(1.0, 1.0)) * 0.5;
  outp.vTextureCoords = mix(inp.instanceIconFrames.xy, inp.instanceIconFrames.xy + iconSize, uvMix) / icon.iconsTextureDim;

  outp.vColor = inp.instanceColors;
  // DECKGL_FILTER_COLOR(outp.vColor, geometry);

  outp.vColorMode = inp.instanceColorModes;
  outp.pickingColor = geometry.pickingColor;

  return outp;
}

@fragment
fn fragmentMain(inp: Varyings) -> @location(0) vec4<f32> {
  // expose to deck.gl filter hooks
  geometry.uv = inp.uv;

  let texColor = textureSample(iconsTexture, iconsTextureSampler, inp.vTextureCoords);

  // if colorMode == 0, use pixel color from the texture
  // if colorMode == 1 (or picking), use texture as transparency mask
  let rgb = mix(texColor.rgb, inp.vColor.rgb, inp.vColorMode);
  let a = texColor.a * layer.opacity * inp.vColor.a;

  if (a < icon.alphaCutoff) {
    discard;
  }

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(inp.pickingColor)) {
      discard;
    }
    return vec4<f32>(inp.pickingColor, 1.0);
  }

  var fragColor = deckgl_premultiplied_alpha(vec4<f32>(rgb, a));

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(inp.pickingColor - highlightedObjectColor))) {
      let highLightAlpha = picking.highlightColor.a;
      let blendedAlpha = highLightAlpha + fragColor.a * (1.0 - highLightAlpha);
      if (blendedAlpha > 0.0) {
        let highLightRatio = highLightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highLightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return fragColor;
}
`;function pu(i){return N_.replace("PICKING_COLOR_ATTRIBUTE",i?"@location(10) rowIndexes: u32,":"").replace("PICKING_COLOR_VALUE",i?"picking_getPickingColorFromIndex(inp.rowIndexes)":"picking_getPickingColorFromIndex(inp.instanceIndex)")}var j_=1024,F_=4,gu=()=>{},mu={minFilter:"linear",mipmapFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"},U_={x:0,y:0,width:0,height:0};function V_(i){return Math.pow(2,Math.ceil(Math.log2(i)))}function W_(i,t,e,n){let o=Math.min(e/t.width,n/t.height),r=Math.floor(t.width*o),s=Math.floor(t.height*o);return o===1?{image:t,width:r,height:s}:(i.canvas.height=s,i.canvas.width=r,i.clearRect(0,0,r,s),i.drawImage(t,0,0,t.width,t.height,0,0,r,s),{image:i.canvas,width:r,height:s})}function On(i){return i&&(i.id||i.url)}function xu(i){let{device:t}=i;t.type==="webgl"?i.generateMipmapsWebGL():t.type==="webgpu"&&t.generateMipmapsWebGPU(i)}function G_(i,t,e,n){let{width:o,height:r,device:s}=i,a=s.createTexture({format:"rgba8unorm",width:t,height:e,sampler:n,mipLevels:s.getMipLevelCount(t,e)}),c=s.createCommandEncoder();c.copyTextureToTexture({sourceTexture:i,destinationTexture:a,width:o,height:r});let l=c.finish();return s.submit(l),xu(a),i.destroy(),a}function yu(i,t,e){for(let n=0;n<t.length;n++){let{icon:o,xOffset:r}=t[n],s=On(o);i[s]={...o,x:r,y:e}}}function Y_({icons:i,buffer:t,mapping:e={},xOffset:n=0,yOffset:o=0,rowHeight:r=0,canvasWidth:s}){let a=[];for(let c=0;c<i.length;c++){let l=i[c],f=On(l);if(!e[f]){let{height:h,width:u}=l;n+u+t>s&&(yu(e,a,o),n=0,o=r+o+t,r=0,a=[]),a.push({icon:l,xOffset:n}),n=n+u+t,r=Math.max(r,h)}}return a.length>0&&yu(e,a,o),{mapping:e,rowHeight:r,xOffset:n,yOffset:o,canvasWidth:s,canvasHeight:V_(r+o+t)}}function $_(i,t,e){if(!i||!t)return null;e=e||{};let n={},{iterable:o,objectInfo:r}=It(i);for(let s of o){r.index++;let a=t(s,r),c=On(a);if(!a)throw new Error("Icon is missing.");if(!a.url)throw new Error("Icon url is missing.");!n[c]&&(!e[c]||a.url!==e[c].url)&&(n[c]={...a,source:s,sourceIndex:r.index})}return n}var Rn=class{constructor(t,{onUpdate:e=gu,onError:n=gu}){this._loadOptions=null,this._texture=null,this._externalTexture=null,this._mapping={},this._samplerParameters=null,this._pendingCount=0,this._autoPacking=!1,this._xOffset=0,this._yOffset=0,this._rowHeight=0,this._buffer=F_,this._canvasWidth=j_,this._canvasHeight=0,this._canvas=null,this.device=t,this.onUpdate=e,this.onError=n}finalize(){this._texture?.delete()}getTexture(){return this._texture||this._externalTexture}getIconMapping(t){let e=this._autoPacking?On(t):t;return this._mapping[e]||U_}setProps({loadOptions:t,autoPacking:e,iconAtlas:n,iconMapping:o,textureParameters:r}){t&&(this._loadOptions=t),e!==void 0&&(this._autoPacking=e),o&&(this._mapping=o),n&&(this._texture?.delete(),this._texture=null,this._externalTexture=n),r&&(this._samplerParameters=r)}get isLoaded(){return this._pendingCount===0}packIcons(t,e){if(!this._autoPacking||typeof document>"u")return;let n=Object.values($_(t,e,this._mapping)||{});if(n.length>0){let{mapping:o,xOffset:r,yOffset:s,rowHeight:a,canvasHeight:c}=Y_({icons:n,buffer:this._buffer,canvasWidth:this._canvasWidth,mapping:this._mapping,rowHeight:this._rowHeight,xOffset:this._xOffset,yOffset:this._yOffset});this._rowHeight=a,this._mapping=o,this._xOffset=r,this._yOffset=s,this._canvasHeight=c,this._texture||(this._texture=this.device.createTexture({format:"rgba8unorm",data:null,width:this._canvasWidth,height:this._canvasHeight,sampler:this._samplerParameters||mu,mipLevels:this.device.getMipLevelCount(this._canvasWidth,this._canvasHeight)})),this._texture.height!==this._canvasHeight&&(this._texture=G_(this._texture,this._canvasWidth,this._canvasHeight,this._samplerParameters||mu)),this.onUpdate(!0),this._canvas=this._canvas||document.createElement("canvas"),this._loadIcons(n)}}_loadIcons(t){let e=this._canvas.getContext("2d",{willReadFrequently:!0});for(let n of t)this._pendingCount++,le(n.url,this._loadOptions).then(o=>{let r=On(n),s=this._mapping[r],{x:a,y:c,width:l,height:f}=s,{image:h,width:u,height:d}=W_(e,o,l,f),p=a+(l-u)/2,g=c+(f-d)/2;this._texture?.copyExternalImage({image:h,x:p,y:g,width:u,height:d}),s.x=p,s.y=g,s.width=u,s.height=d,this._texture&&xu(this._texture),this.onUpdate(u!==l||d!==f)}).catch(o=>{this.onError({url:n.url,source:n.source,sourceIndex:n.sourceIndex,loadOptions:this._loadOptions,error:o})}).finally(()=>{this._pendingCount--})}};var vu=[0,0,0,255],H_={iconAtlas:{type:"image",value:null,async:!0},iconMapping:{type:"object",value:{},async:!0},sizeScale:{type:"number",value:1,min:0},billboard:!0,sizeUnits:"pixels",sizeBasis:"height",sizeMinPixels:{type:"number",min:0,value:0},sizeMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},alphaCutoff:{type:"number",value:.05,min:0,max:1},getPosition:{type:"accessor",value:i=>i.position},getIcon:{type:"accessor",value:i=>i.icon},getColor:{type:"accessor",value:vu},getSize:{type:"accessor",value:1},getAngle:{type:"accessor",value:0},getPixelOffset:{type:"accessor",value:[0,0]},onIconError:{type:"function",value:null,optional:!0},textureParameters:{type:"object",ignore:!0,value:null}},kn=class extends lt{getShaders(){let t=!!this.props.data?.attributes?.rowIndexes;return super.getShaders({vs:uu,fs:du,source:pu(t),defines:t?{USE_ROW_INDEXES:!0}:{},modules:[mt,gt,yt,hu]})}initializeState(){this.state={iconManager:new Rn(this.context.device,{onUpdate:this._onUpdate.bind(this),onError:this._onError.bind(this)})},this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceSizes:{size:1,transition:!0,bufferGroup:"icon-instance-data",accessor:"getSize",defaultValue:1},instanceIconDefs:{size:7,bufferGroup:"icon-instance-data",accessor:"getIcon",transform:this.getInstanceIconDef,shaderAttributes:{instanceOffsets:{size:2,elementOffset:0},instanceIconFrames:{size:4,elementOffset:2},instanceColorModes:{size:1,elementOffset:6}}},instanceColors:{size:this.props.colorFormat.length,type:"unorm8",transition:!0,bufferGroup:"icon-instance-data",accessor:"getColor",defaultValue:vu},instanceAngles:{size:1,transition:!0,bufferGroup:"icon-instance-data",accessor:"getAngle"},instancePixelOffset:{size:2,transition:!0,bufferGroup:"icon-instance-data",accessor:"getPixelOffset"},...this.props.data?.attributes?.rowIndexes?{rowIndexes:{size:1,type:"uint32",noAlloc:!0}}:{}})}updateState(t){super.updateState(t);let{props:e,oldProps:n,changeFlags:o}=t,r=this.getAttributeManager(),{iconAtlas:s,iconMapping:a,data:c,getIcon:l,textureParameters:f}=e,{iconManager:h}=this.state;if(typeof s=="string")return;let u=s||this.internalState.isAsyncPropLoading("iconAtlas");h.setProps({loadOptions:e.loadOptions,autoPacking:!u,iconAtlas:s,iconMapping:u?a:null,textureParameters:f}),u?n.iconMapping!==e.iconMapping&&r.invalidate("getIcon"):(o.dataChanged||o.updateTriggersChanged&&(o.updateTriggersChanged.all||o.updateTriggersChanged.getIcon))&&h.packIcons(c,l),o.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),r.invalidateAll())}get isLoaded(){return super.isLoaded&&this.state.iconManager.isLoaded}finalizeState(t){super.finalizeState(t),this.state.iconManager.finalize()}draw({uniforms:t}){this._drawModel(this.state.model)}_drawModel(t){let{sizeScale:e,sizeBasis:n,sizeMinPixels:o,sizeMaxPixels:r,sizeUnits:s,billboard:a,alphaCutoff:c}=this.props,{iconManager:l}=this.state,f=l.getTexture();if(f){let h={iconsTexture:f,iconsTextureDim:[f.width,f.height],sizeUnits:Q[s],sizeScale:e,sizeBasis:n==="height"?1:0,sizeMinPixels:o,sizeMaxPixels:r,billboard:a,alphaCutoff:c};t.shaderInputs.setProps({icon:h}),t.draw(this.context.renderPass)}}_getModel(t=this.props.id){let e=[-1,-1,1,-1,-1,1,1,1];return new ft(this.context.device,{...this.getShaders(),id:t,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new bt({topology:"triangle-strip",attributes:{positions:{size:2,value:new Float32Array(e)}}}),isInstanced:!0})}_onUpdate(t){t?(this.getAttributeManager()?.invalidate("getIcon"),this.setNeedsUpdate()):this.setNeedsRedraw()}_onError(t){let e=this.getCurrentLayer()?.props.onIconError;e?e(t):A.error(t.error.message)()}getInstanceIconDef(t){let{x:e,y:n,width:o,height:r,mask:s,anchorX:a=o/2,anchorY:c=r/2}=this.state.iconManager.getIconMapping(t);return[o/2-a,r/2-c,e,n,o,r,s?1:0]}};kn.defaultProps=H_;kn.layerName="IconLayer";var Sr=kn;var _u=`layout(std140) uniform scatterplotUniforms {
  float radiusScale;
  float radiusMinPixels;
  float radiusMaxPixels;
  float lineWidthScale;
  float lineWidthMinPixels;
  float lineWidthMaxPixels;
  float stroked;
  float filled;
  bool antialiasing;
  bool billboard;
  highp int radiusUnits;
  highp int lineWidthUnits;
} scatterplot;
`,Pu={name:"scatterplot",vs:_u,fs:_u,source:"",uniformTypes:{radiusScale:"f32",radiusMinPixels:"f32",radiusMaxPixels:"f32",lineWidthScale:"f32",lineWidthMinPixels:"f32",lineWidthMaxPixels:"f32",stroked:"f32",filled:"f32",antialiasing:"f32",billboard:"f32",radiusUnits:"i32",lineWidthUnits:"i32"}};var wu=`#version 300 es
#define SHADER_NAME scatterplot-layer-vertex-shader
in vec3 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in float instanceRadius;
in float instanceLineWidths;
in vec4 instanceFillColors;
in vec4 instanceLineColors;
#ifdef USE_ROW_INDEXES
in float rowIndexes;
#endif
in vec2 instancePixelOffset;
out vec4 vFillColor;
out vec4 vLineColor;
out vec2 unitPosition;
out float innerUnitRadius;
out float outerRadiusPixels;
void main(void) {
geometry.worldPosition = instancePositions;
outerRadiusPixels = clamp(
project_size_to_pixel(scatterplot.radiusScale * instanceRadius, scatterplot.radiusUnits),
scatterplot.radiusMinPixels, scatterplot.radiusMaxPixels
);
float lineWidthPixels = clamp(
project_size_to_pixel(scatterplot.lineWidthScale * instanceLineWidths, scatterplot.lineWidthUnits),
scatterplot.lineWidthMinPixels, scatterplot.lineWidthMaxPixels
);
outerRadiusPixels += scatterplot.stroked * lineWidthPixels / 2.0;
float edgePadding = scatterplot.antialiasing ? (outerRadiusPixels + SMOOTH_EDGE_RADIUS) / outerRadiusPixels : 1.0;
unitPosition = edgePadding * positions.xy;
geometry.uv = unitPosition;
#ifdef USE_ROW_INDEXES
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
#else
geometry.pickingColor = picking_getPickingColorFromInstanceID();
#endif
innerUnitRadius = 1.0 - scatterplot.stroked * lineWidthPixels / outerRadiusPixels;
if (scatterplot.billboard) {
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
vec3 offset = edgePadding * positions * outerRadiusPixels;
offset.xy += instancePixelOffset;
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
} else {
vec3 offset = edgePadding * positions * project_pixel_size(outerRadiusPixels);
offset.xy += project_pixel_size(instancePixelOffset);
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, offset, geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
vFillColor = vec4(instanceFillColors.rgb, instanceFillColors.a * layer.opacity);
DECKGL_FILTER_COLOR(vFillColor, geometry);
vLineColor = vec4(instanceLineColors.rgb, instanceLineColors.a * layer.opacity);
DECKGL_FILTER_COLOR(vLineColor, geometry);
}
`;var bu=`#version 300 es
#define SHADER_NAME scatterplot-layer-fragment-shader
precision highp float;
in vec4 vFillColor;
in vec4 vLineColor;
in vec2 unitPosition;
in float innerUnitRadius;
in float outerRadiusPixels;
out vec4 fragColor;
void main(void) {
geometry.uv = unitPosition;
float distToCenter = length(unitPosition) * outerRadiusPixels;
float inCircle = scatterplot.antialiasing ?
smoothedge(distToCenter, outerRadiusPixels) :
step(distToCenter, outerRadiusPixels);
if (inCircle == 0.0) {
discard;
}
if (scatterplot.stroked > 0.5) {
float isLine = scatterplot.antialiasing ?
smoothedge(innerUnitRadius * outerRadiusPixels, distToCenter) :
step(innerUnitRadius * outerRadiusPixels, distToCenter);
if (scatterplot.filled > 0.5) {
fragColor = mix(vFillColor, vLineColor, isLine);
} else {
if (isLine == 0.0) {
discard;
}
fragColor = vec4(vLineColor.rgb, vLineColor.a * isLine);
}
} else if (scatterplot.filled < 0.5) {
discard;
} else {
fragColor = vFillColor;
}
fragColor.a *= inCircle;
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var Z_=`// Main shaders

struct ScatterplotUniforms {
  radiusScale: f32,
  radiusMinPixels: f32,
  radiusMaxPixels: f32,
  lineWidthScale: f32,
  lineWidthMinPixels: f32,
  lineWidthMaxPixels: f32,
  stroked: f32,
  filled: i32,
  antialiasing: i32,
  billboard: i32,
  radiusUnits: i32,
  lineWidthUnits: i32,
};

@group(0) @binding(0) var<uniform> scatterplot: ScatterplotUniforms;

struct Attributes {
  @builtin(instance_index) instanceIndex : u32,
  @builtin(vertex_index) vertexIndex : u32,
  @location(0) positions: vec3<f32>,
  @location(1) instancePositions: vec3<f32>,
  @location(2) instancePositions64Low: vec3<f32>,
  @location(3) instanceRadius: f32,
  @location(4) instanceLineWidths: f32,
  @location(5) instanceFillColors: vec4<f32>,
  @location(6) instanceLineColors: vec4<f32>,
  @location(7) instancePixelOffset: vec2<f32>,
  PICKING_COLOR_ATTRIBUTE
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vFillColor: vec4<f32>,
  @location(1) vLineColor: vec4<f32>,
  @location(2) unitPosition: vec2<f32>,
  @location(3) innerUnitRadius: f32,
  @location(4) outerRadiusPixels: f32,
  @location(5) pickingColor: vec3<f32>,
  @location(6) clipCoordinates: vec2<f32>,
};

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  var varyings: Varyings;

  // Draw an inline geometry constant array clip space triangle to verify that rendering works.
  // var positions = array<vec2<f32>, 3>(vec2(0.0, 0.5), vec2(-0.5, -0.5), vec2(0.5, -0.5));
  // if (attributes.instanceIndex == 0) {
  //   varyings.position = vec4<f32>(positions[attributes.vertexIndex], 0.0, 1.0);
  //   return varyings;
  // }

  geometry.worldPosition = attributes.instancePositions;

  // Multiply out radius and clamp to limits
  varyings.outerRadiusPixels = clamp(
    project_unit_size_to_pixel(scatterplot.radiusScale * attributes.instanceRadius, scatterplot.radiusUnits),
    scatterplot.radiusMinPixels, scatterplot.radiusMaxPixels
  );

  // Multiply out line width and clamp to limits
  let lineWidthPixels = clamp(
    project_unit_size_to_pixel(scatterplot.lineWidthScale * attributes.instanceLineWidths, scatterplot.lineWidthUnits),
    scatterplot.lineWidthMinPixels, scatterplot.lineWidthMaxPixels
  );

  // outer radius needs to offset by half stroke width
  varyings.outerRadiusPixels += scatterplot.stroked * lineWidthPixels / 2.0;
  // Expand geometry to accommodate edge smoothing
  // WGSL selects the second value when the condition is true, so keep the antialiased path second.
  let edgePadding = select(
    1.0,
    (varyings.outerRadiusPixels + SMOOTH_EDGE_RADIUS) / varyings.outerRadiusPixels,
    scatterplot.antialiasing != 0
  );

  // position on the containing square in [-1, 1] space
  varyings.unitPosition = edgePadding * attributes.positions.xy;
  geometry.uv = varyings.unitPosition;
  geometry.pickingColor = PICKING_COLOR_VALUE;

  varyings.innerUnitRadius = 1.0 - scatterplot.stroked * lineWidthPixels / varyings.outerRadiusPixels;

  if (scatterplot.billboard != 0) {
    let projectedPosition = project_position_to_clipspace_and_commonspace(
      attributes.instancePositions,
      attributes.instancePositions64Low,
      vec3<f32>(0.0)
    );
    geometry.position = projectedPosition.commonPosition;
    varyings.position = projectedPosition.clipPosition;
    // DECKGL_FILTER_GL_POSITION(varyings.position, geometry);
    var offset = edgePadding * attributes.positions * varyings.outerRadiusPixels;
    offset = vec3<f32>(offset.xy + attributes.instancePixelOffset, offset.z);
    // DECKGL_FILTER_SIZE(offset, geometry);
    let clipPixels = project_pixel_size_to_clipspace(offset.xy);
    varyings.position = vec4<f32>(varyings.position.x + clipPixels.x, varyings.position.y + clipPixels.y, varyings.position.z, varyings.position.w);
    geometry.position = vec4<f32>(
      geometry.position.xy + project_pixel_size_vec2(offset.xy),
      geometry.position.zw
    );
  } else {
    var offset = edgePadding * attributes.positions * project_pixel_size_float(varyings.outerRadiusPixels);
    offset = vec3<f32>(offset.xy + project_pixel_size_vec2(attributes.instancePixelOffset), offset.z);
    // DECKGL_FILTER_SIZE(offset, geometry);
    let projectedPosition = project_position_to_clipspace_and_commonspace(
      attributes.instancePositions,
      attributes.instancePositions64Low,
      offset
    );
    geometry.position = projectedPosition.commonPosition;
    varyings.position = projectedPosition.clipPosition;
    // DECKGL_FILTER_GL_POSITION(varyings.position, geometry);
  }

  varyings.clipCoordinates = geometry.position.xy;
  clip_filterPosition(&varyings.position, geometry.worldPosition.xy);

  // Apply opacity to instance color, or return instance picking color
  varyings.vFillColor = vec4<f32>(attributes.instanceFillColors.rgb, attributes.instanceFillColors.a * layer.opacity);
  // DECKGL_FILTER_COLOR(varyings.vFillColor, geometry);
  varyings.vLineColor = vec4<f32>(attributes.instanceLineColors.rgb, attributes.instanceLineColors.a * layer.opacity);
  // DECKGL_FILTER_COLOR(varyings.vLineColor, geometry);
  varyings.pickingColor = geometry.pickingColor;

  return varyings;
}

@fragment
fn fragmentMain(varyings: Varyings) -> @location(0) vec4<f32> {
  // var geometry: Geometry;
  // geometry.uv = unitPosition;

  let distToCenter = length(varyings.unitPosition) * varyings.outerRadiusPixels;
  let inCircle = select(
    step(distToCenter, varyings.outerRadiusPixels),
    smoothedge(distToCenter, varyings.outerRadiusPixels),
    scatterplot.antialiasing != 0
  );

  if (inCircle == 0.0) {
    discard;
  }

  var fragColor: vec4<f32>;

  if (scatterplot.stroked != 0) {
    let isLine = select(
      step(varyings.innerUnitRadius * varyings.outerRadiusPixels, distToCenter),
      smoothedge(varyings.innerUnitRadius * varyings.outerRadiusPixels, distToCenter),
      scatterplot.antialiasing != 0
    );

    if (scatterplot.filled != 0) {
      fragColor = mix(varyings.vFillColor, varyings.vLineColor, isLine);
    } else {
      if (isLine == 0.0) {
        discard;
      }
      fragColor = vec4<f32>(varyings.vLineColor.rgb, varyings.vLineColor.a * isLine);
    }
  } else if (scatterplot.filled == 0) {
    discard;
  } else {
    fragColor = varyings.vFillColor;
  }

  fragColor.a *= inCircle;

  clip_filterColor(varyings.clipCoordinates);

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(varyings.pickingColor)) {
      discard;
    }
    return vec4<f32>(varyings.pickingColor, 1.0);
  }

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(varyings.pickingColor - highlightedObjectColor))) {
      let highLightAlpha = picking.highlightColor.a;
      let blendedAlpha = highLightAlpha + fragColor.a * (1.0 - highLightAlpha);
      if (blendedAlpha > 0.0) {
        let highLightRatio = highLightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highLightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  // Apply premultiplied alpha as required by transparent canvas
  fragColor = deckgl_premultiplied_alpha(fragColor);

  return fragColor;
  // return vec4<f32>(0, 0, 1, 1);
}
`;function Su(i){return Z_.replace("PICKING_COLOR_ATTRIBUTE",i?"@location(8) rowIndexes: u32,":"").replace("PICKING_COLOR_VALUE",i?"picking_getPickingColorFromIndex(attributes.rowIndexes)":"picking_getPickingColorFromIndex(attributes.instanceIndex)")}var q_=`struct ClipUniforms {
  enabled: i32,
  mode: i32,
  bounds: vec4<f32>,
};

@group(2) @binding(auto) var<uniform> clipUniforms: ClipUniforms;

fn clip_isInBounds(coordinates: vec2<f32>) -> bool {
  return coordinates.x >= clipUniforms.bounds.x &&
    coordinates.y >= clipUniforms.bounds.y &&
    coordinates.x < clipUniforms.bounds.z &&
    coordinates.y < clipUniforms.bounds.w;
}

fn clip_filterPosition(position: ptr<function, vec4<f32>>, instanceCoordinates: vec2<f32>) {
  if (
    clipUniforms.enabled != 0 &&
    clipUniforms.mode == 1 &&
    !clip_isInBounds(instanceCoordinates)
  ) {
    *position = vec4<f32>(2.0, 2.0, 2.0, 1.0);
  }
}

fn clip_filterColor(geometryCoordinates: vec2<f32>) {
  if (
    clipUniforms.enabled != 0 &&
    clipUniforms.mode == 0 &&
    !clip_isInBounds(geometryCoordinates)
  ) {
    discard;
  }
}
`,X_={name:"clip",source:q_,props:{},uniforms:{},bindingLayout:[{name:"clip",group:2}],uniformTypes:{enabled:"i32",mode:"i32",bounds:"vec4<f32>"},defaultUniforms:{enabled:0,mode:0,bounds:[0,0,1,1]},getUniforms(i={}){let t={};return i.enabled!==void 0&&(t.enabled=i.enabled?1:0),i.mode!==void 0&&(t.mode=i.mode==="instance"?1:0),i.bounds!==void 0&&(t.bounds=i.bounds),t}},hi=X_;var Eu=[0,0,0,255],K_={radiusUnits:"meters",radiusScale:{type:"number",min:0,value:1},radiusMinPixels:{type:"number",min:0,value:0},radiusMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},lineWidthUnits:"meters",lineWidthScale:{type:"number",min:0,value:1},lineWidthMinPixels:{type:"number",min:0,value:0},lineWidthMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},stroked:!1,filled:!0,billboard:!1,antialiasing:!0,getPosition:{type:"accessor",value:i=>i.position},getRadius:{type:"accessor",value:1},getFillColor:{type:"accessor",value:Eu},getLineColor:{type:"accessor",value:Eu},getLineWidth:{type:"accessor",value:1},getPixelOffset:{type:"accessor",value:[0,0]},strokeWidth:{deprecatedFor:"getLineWidth"},outline:{deprecatedFor:"stroked"},getColor:{deprecatedFor:["getFillColor","getLineColor"]}},zn=class extends lt{getShaders(){let t=!!this.props.data?.attributes?.rowIndexes;return super.getShaders({vs:wu,fs:bu,source:Su(t),defines:t?{USE_ROW_INDEXES:!0}:{},modules:[mt,gt,yt,Pu,...this.context.device.type==="webgpu"?[hi]:[]]})}initializeState(){let t=this.props.data?.attributes?.rowIndexes?{rowIndexes:{size:1,type:"uint32",noAlloc:!0}}:{};this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceRadius:{size:1,transition:!0,accessor:"getRadius",defaultValue:1,bufferGroup:"scatterplot-instance-data"},instanceFillColors:{size:this.props.colorFormat.length,transition:!0,type:"unorm8",accessor:"getFillColor",defaultValue:[0,0,0,255],bufferGroup:"scatterplot-instance-data"},instanceLineColors:{size:this.props.colorFormat.length,transition:!0,type:"unorm8",accessor:"getLineColor",defaultValue:[0,0,0,255],bufferGroup:"scatterplot-instance-data"},instanceLineWidths:{size:1,transition:!0,accessor:"getLineWidth",defaultValue:1,bufferGroup:"scatterplot-instance-data"},instancePixelOffset:{size:2,transition:!0,accessor:"getPixelOffset",bufferGroup:"scatterplot-instance-data"},...t})}updateState(t){super.updateState(t),t.changeFlags.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),this.getAttributeManager().invalidateAll())}draw({uniforms:t}){let{radiusUnits:e,radiusScale:n,radiusMinPixels:o,radiusMaxPixels:r,stroked:s,filled:a,billboard:c,antialiasing:l,lineWidthUnits:f,lineWidthScale:h,lineWidthMinPixels:u,lineWidthMaxPixels:d}=this.props,p={stroked:s,filled:a,billboard:c,antialiasing:l,radiusUnits:Q[e],radiusScale:n,radiusMinPixels:o,radiusMaxPixels:r,lineWidthUnits:Q[f],lineWidthScale:h,lineWidthMinPixels:u,lineWidthMaxPixels:d},g=this.state.model;g.shaderInputs.setProps({scatterplot:p}),g.draw(this.context.renderPass)}_getModel(){let t=[-1,-1,0,1,-1,0,-1,1,0,1,1,0];return new ft(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new bt({topology:"triangle-strip",attributes:{positions:{size:3,value:new Float32Array(t)}}}),isInstanced:!0})}};zn.defaultProps=K_;zn.layerName="ScatterplotLayer";var Cu=zn;var Mu=`layout(std140) uniform sdfUniforms {
  float gamma;
  bool enabled;
  float buffer;
  float outlineBuffer;
  vec4 outlineColor;
} sdf;
`,Tu={name:"sdf",vs:Mu,fs:Mu,uniformTypes:{gamma:"f32",enabled:"f32",buffer:"f32",outlineBuffer:"f32",outlineColor:"vec4<f32>"}};var Dn={none:0,start:1,center:2,end:3},J_=`layout(std140) uniform textUniforms {
  highp vec2 cutoffPixels;
  highp ivec2 align;
  highp float fontSize;
  bool flipY;
} text;

#define ALIGN_MODE_START ${Dn.start}
#define ALIGN_MODE_CENTER ${Dn.center}
#define ALIGN_MODE_END ${Dn.end}
`,Er={name:"text",vs:J_,getUniforms:({contentCutoffPixels:i=[0,0],contentAlignHorizontal:t="none",contentAlignVertical:e="none",fontSize:n,viewport:o})=>({cutoffPixels:i,align:[Dn[t],Dn[e]],fontSize:n,flipY:o?.flipY??!1}),uniformTypes:{cutoffPixels:"vec2<f32>",align:"vec2<i32>",fontSize:"f32",flipY:"f32"}};var Lu=`#version 300 es
#define SHADER_NAME multi-icon-layer-vertex-shader
in vec2 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in float instanceSizes;
in float instanceAngles;
in vec4 instanceColors;
in float rowIndexes;
in vec4 instanceIconFrames;
in float instanceColorModes;
in vec2 instanceOffsets;
in vec2 instancePixelOffset;
in vec4 instanceClipRect;
out float vColorMode;
out vec4 vColor;
out vec2 vTextureCoords;
out vec2 uv;
vec2 rotate_by_angle(vec2 vertex, float angle) {
float angle_radian = angle * PI / 180.0;
float cos_angle = cos(angle_radian);
float sin_angle = sin(angle_radian);
mat2 rotationMatrix = mat2(cos_angle, -sin_angle, sin_angle, cos_angle);
return rotationMatrix * vertex;
}
float getPixelOffsetFromAlignment(float anchor, float extent, float clipStart, float clipEnd, int mode) {
if (clipEnd < clipStart) return 0.0;
if (mode == ALIGN_MODE_START) {
return max(- (anchor + clipStart), 0.0);
}
if (mode == ALIGN_MODE_CENTER) {
float _min = max(0., anchor + clipStart);
float _max = min(extent, anchor + clipEnd);
return _min < _max ? (_min + _max) / 2.0 - anchor : 0.0;
}
if (mode == ALIGN_MODE_END) {
return min(extent - (anchor + clipEnd), 0.);
}
return 0.0;
}
void main(void) {
geometry.worldPosition = instancePositions;
geometry.uv = positions;
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
uv = positions;
vec2 iconSize = instanceIconFrames.zw;
float sizePixels = clamp(
project_size_to_pixel(instanceSizes * icon.sizeScale, icon.sizeUnits),
icon.sizeMinPixels, icon.sizeMaxPixels
);
float instanceScale = sizePixels / text.fontSize;
vec2 pixelOffset = positions / 2.0 * iconSize + instanceOffsets;
pixelOffset = rotate_by_angle(pixelOffset, instanceAngles) * instanceScale;
pixelOffset += instancePixelOffset;
pixelOffset.y *= -1.0;
vec2 anchorPosScreen;
if (icon.billboard)  {
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
anchorPosScreen = gl_Position.xy / gl_Position.w;
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
vec3 offset = vec3(pixelOffset, 0.0);
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
} else {
vec3 offset_common = vec3(project_pixel_size(pixelOffset), 0.0);
if (text.flipY) {
offset_common.y *= -1.;
}
DECKGL_FILTER_SIZE(offset_common, geometry);
vec4 anchorPos = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0));
anchorPosScreen = anchorPos.xy / anchorPos.w;
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, offset_common, geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
anchorPosScreen = vec2(anchorPosScreen.x + 1.0, 1.0 - anchorPosScreen.y) / 2.0 * project.viewportSize / project.devicePixelRatio;
vec2 xy = project_size_to_pixel(instanceClipRect.xy);
vec2 wh = project_size_to_pixel(instanceClipRect.zw);
if (text.flipY) {
xy.y = -xy.y - wh.y;
}
if (text.align.x > 0 || text.align.y > 0) {
vec2 viewportPixels = project.viewportSize / project.devicePixelRatio;
vec2 scrollPixels = vec2(
getPixelOffsetFromAlignment(anchorPosScreen.x, viewportPixels.x, xy.x, xy.x + wh.x, text.align.x),
-getPixelOffsetFromAlignment(anchorPosScreen.y, viewportPixels.y, -xy.y - wh.y, -xy.y, text.align.y)
);
pixelOffset += scrollPixels;
gl_Position.xy += project_pixel_size_to_clipspace(scrollPixels);
}
if (instanceClipRect.z >= 0.) {
if (pixelOffset.x < xy.x || pixelOffset.x > xy.x + wh.x) {
gl_Position = vec4(0.0);
}
else if (text.cutoffPixels.x > 0.) {
float vpWidth = project.viewportSize.x / project.devicePixelRatio;
float l = max(anchorPosScreen.x + xy.x, 0.0);
float r = min(anchorPosScreen.x + xy.x + wh.x, vpWidth);
if (r - l < text.cutoffPixels.x) {
gl_Position = vec4(0.0);
}
}
}
if (instanceClipRect.w >= 0.) {
if (pixelOffset.y < xy.y || pixelOffset.y > xy.y + wh.y) {
gl_Position = vec4(0.0);
}
else if (text.cutoffPixels.y > 0.) {
float vpHeight = project.viewportSize.y / project.devicePixelRatio;
float t = max(anchorPosScreen.y - xy.y - wh.y, 0.0);
float b = min(anchorPosScreen.y - xy.y, vpHeight);
if (b - t < text.cutoffPixels.y) {
gl_Position = vec4(0.0);
}
}
}
vTextureCoords = mix(
instanceIconFrames.xy,
instanceIconFrames.xy + iconSize,
(positions.xy + 1.0) / 2.0
) / icon.iconsTextureDim;
vColor = instanceColors;
DECKGL_FILTER_COLOR(vColor, geometry);
vColorMode = instanceColorModes;
}
`;var Au=`#version 300 es
#define SHADER_NAME multi-icon-layer-fragment-shader
precision highp float;
uniform sampler2D iconsTexture;
in vec4 vColor;
in vec2 vTextureCoords;
in vec2 uv;
out vec4 fragColor;
void main(void) {
geometry.uv = uv;
if (!bool(picking.isActive)) {
float alpha = texture(iconsTexture, vTextureCoords).a;
vec4 color = vColor;
if (sdf.enabled) {
float distance = alpha;
alpha = smoothstep(sdf.buffer - sdf.gamma, sdf.buffer + sdf.gamma, distance);
if (sdf.outlineBuffer > 0.0) {
float inFill = alpha;
float inBorder = smoothstep(sdf.outlineBuffer - sdf.gamma, sdf.outlineBuffer + sdf.gamma, distance);
color = mix(sdf.outlineColor, vColor, inFill);
alpha = inBorder;
}
}
float a = alpha * color.a;
if (a < icon.alphaCutoff) {
discard;
}
fragColor = vec4(color.rgb, a * layer.opacity);
}
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;function Q_({collision:i=!1}={}){return`struct IconUniforms {
  sizeScale: f32,
  iconsTextureDim: vec2<f32>,
  sizeBasis: f32,
  sizeMinPixels: f32,
  sizeMaxPixels: f32,
  billboard: i32,
  sizeUnits: i32,
  alphaCutoff: f32
};

struct TextUniforms {
  cutoffPixels: vec2<f32>,
  align: vec2<i32>,
  fontSize: f32,
  flipY: f32
};

struct SdfUniforms {
  gamma: f32,
  enabled: f32,
  buffer: f32,
  outlineBuffer: f32,
  outlineColor: vec4<f32>
};

${i?`struct CollisionUniforms {
  sort: i32,
  enabled: i32
};
`:""}

const ALIGN_MODE_START: i32 = 1;
const ALIGN_MODE_CENTER: i32 = 2;
const ALIGN_MODE_END: i32 = 3;

@group(0) @binding(auto) var<uniform> icon: IconUniforms;
@group(0) @binding(auto) var<uniform> text: TextUniforms;
@group(0) @binding(auto) var<uniform> sdf: SdfUniforms;
${i?"@group(0) @binding(auto) var<uniform> collision: CollisionUniforms;":""}
@group(0) @binding(auto) var iconsTexture : texture_2d<f32>;
@group(0) @binding(auto) var iconsTextureSampler : sampler;
${i?`@group(0) @binding(auto) var collision_texture : texture_2d<f32>;
`:""}

fn rotate_by_angle(vertex: vec2<f32>, angle_deg: f32) -> vec2<f32> {
  let angle_radian = angle_deg * PI / 180.0;
  let c = cos(angle_radian);
  let s = sin(angle_radian);
  let rotation = mat2x2<f32>(vec2<f32>(c, -s), vec2<f32>(s, c));
  return rotation * vertex;
}

fn get_pixel_offset_from_alignment(
  anchor: f32,
  extent: f32,
  clipStart: f32,
  clipEnd: f32,
  mode: i32
) -> f32 {
  if (clipEnd < clipStart) {
    return 0.0;
  }
  if (mode == ALIGN_MODE_START) {
    return max(-(anchor + clipStart), 0.0);
  }
  if (mode == ALIGN_MODE_CENTER) {
    let minValue = max(0.0, anchor + clipStart);
    let maxValue = min(extent, anchor + clipEnd);
    if (minValue < maxValue) {
      return (minValue + maxValue) / 2.0 - anchor;
    }
    return 0.0;
  }
  if (mode == ALIGN_MODE_END) {
    return min(extent - (anchor + clipEnd), 0.0);
  }
  return 0.0;
}

${i?`fn collision_match(texCoords: vec2<f32>, pickingColor: vec3<f32>) -> f32 {
  let textureSize = vec2<i32>(textureDimensions(collision_texture));
  let pixelCoords = clamp(
    vec2<i32>(texCoords * vec2<f32>(textureSize)),
    vec2<i32>(0),
    textureSize - vec2<i32>(1)
  );
  let collisionPickingColor = textureLoad(collision_texture, pixelCoords, 0);
  let delta = dot(abs(collisionPickingColor.rgb - pickingColor), vec3<f32>(1.0));
  return step(delta, 0.001);
}

fn collision_is_visible(texCoords: vec2<f32>, pickingColor: vec3<f32>) -> f32 {
  if (collision.enabled == 0) {
    return 1.0;
  }

  var accumulator = 0.0;
  let stepSize = vec2<f32>(1.0) / project.viewportSize;

  for (var i: i32 = -2; i <= 2; i = i + 1) {
    for (var j: i32 = -2; j <= 2; j = j + 1) {
      let delta = vec2<f32>(f32(j), f32(i)) * stepSize;
      accumulator = accumulator + collision_match(texCoords + delta, pickingColor);
    }
  }

  return pow(accumulator / 25.0, 2.2);
}
`:""}

struct Attributes {
  @location(0) positions: vec2<f32>,

  @location(1) instancePositions: vec3<f32>,
  @location(2) instancePositions64Low: vec3<f32>,
  @location(3) instanceSizes: f32,
  @location(4) instanceAngles: f32,
  @location(5) instanceColors: vec4<f32>,
  @location(6) instanceIconFrames: vec4<f32>,
  @location(7) instanceColorModes: f32,
  @location(8) instanceOffsets: vec2<f32>,
  @location(9) instancePixelOffset: vec2<f32>,
  @location(10) rowIndexes: u32,
  @location(11) instanceClipRect: vec4<f32>,
  ${i?"@location(12) collisionPriorities: f32,":""}
};

struct Varyings {
  @builtin(position) position: vec4<f32>,

  @location(0) vColorMode: f32,
  @location(1) vColor: vec4<f32>,
  @location(2) vTextureCoords: vec2<f32>,
  @location(3) uv: vec2<f32>,
  @location(4) pickingColor: vec3<f32>,
};

@vertex
fn vertexMain(inp: Attributes) -> Varyings {
  geometry.worldPosition = inp.instancePositions;
  geometry.uv = inp.positions;
  geometry.pickingColor = picking_getPickingColorFromIndex(inp.rowIndexes);

  var outp: Varyings;
  outp.uv = inp.positions;

  let iconSize = inp.instanceIconFrames.zw;

  let sizePixels = clamp(
    project_unit_size_to_pixel(inp.instanceSizes * icon.sizeScale, icon.sizeUnits),
    icon.sizeMinPixels, icon.sizeMaxPixels
  );
  let instanceScale = sizePixels / text.fontSize;

  var pixelOffset = inp.positions / 2.0 * iconSize + inp.instanceOffsets;
  pixelOffset = rotate_by_angle(pixelOffset, inp.instanceAngles) * instanceScale;
  pixelOffset = pixelOffset + inp.instancePixelOffset;
  pixelOffset.y = pixelOffset.y * -1.0;

  var pos: vec4<f32>;
  var anchorPosScreen: vec2<f32>;
  if (icon.billboard != 0) {
    pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, vec3<f32>(0.0));
    anchorPosScreen = pos.xy / pos.w;

    let clipOffset = project_pixel_size_to_clipspace(pixelOffset);
    pos = vec4<f32>(pos.x + clipOffset.x, pos.y + clipOffset.y, pos.z, pos.w);
  } else {
    var offsetCommon = vec3<f32>(project_pixel_size_vec2(pixelOffset), 0.0);
    if (text.flipY > 0.5) {
      offsetCommon.y = offsetCommon.y * -1.0;
    }
    let anchorPos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, vec3<f32>(0.0));
    anchorPosScreen = anchorPos.xy / anchorPos.w;
    pos = project_position_to_clipspace(inp.instancePositions, inp.instancePositions64Low, offsetCommon);
  }

  anchorPosScreen = vec2<f32>(anchorPosScreen.x + 1.0, 1.0 - anchorPosScreen.y) / 2.0 *
    project.viewportSize / project.devicePixelRatio;
  var xy = project_size_vec2(inp.instanceClipRect.xy) * project.scale;
  var wh = project_size_vec2(inp.instanceClipRect.zw) * project.scale;

  if (text.flipY > 0.5) {
    xy.y = -xy.y - wh.y;
  }
  if (text.align.x > 0 || text.align.y > 0) {
    let viewportPixels = project.viewportSize / project.devicePixelRatio;
    let scrollPixels = vec2<f32>(
      get_pixel_offset_from_alignment(anchorPosScreen.x, viewportPixels.x, xy.x, xy.x + wh.x, text.align.x),
      -get_pixel_offset_from_alignment(anchorPosScreen.y, viewportPixels.y, -xy.y - wh.y, -xy.y, text.align.y)
    );
    pixelOffset = pixelOffset + scrollPixels;
    let scrollClipOffset = project_pixel_size_to_clipspace(scrollPixels);
    pos.x = pos.x + scrollClipOffset.x;
    pos.y = pos.y + scrollClipOffset.y;
  }

  if (inp.instanceClipRect.z >= 0.0) {
    if (pixelOffset.x < xy.x || pixelOffset.x > xy.x + wh.x) {
      pos = vec4<f32>(0.0);
    } else if (text.cutoffPixels.x > 0.0) {
      let viewportWidth = project.viewportSize.x / project.devicePixelRatio;
      let left = max(anchorPosScreen.x + xy.x, 0.0);
      let right = min(anchorPosScreen.x + xy.x + wh.x, viewportWidth);
      if (right - left < text.cutoffPixels.x) {
        pos = vec4<f32>(0.0);
      }
    }
  }
  if (inp.instanceClipRect.w >= 0.0) {
    if (pixelOffset.y < xy.y || pixelOffset.y > xy.y + wh.y) {
      pos = vec4<f32>(0.0);
    } else if (text.cutoffPixels.y > 0.0) {
      let viewportHeight = project.viewportSize.y / project.devicePixelRatio;
      let top = max(anchorPosScreen.y - xy.y - wh.y, 0.0);
      let bottom = min(anchorPosScreen.y - xy.y, viewportHeight);
      if (bottom - top < text.cutoffPixels.y) {
        pos = vec4<f32>(0.0);
      }
    }
  }

  ${i?`  if (collision.sort != 0) {
    pos.z = -0.001 * inp.collisionPriorities * pos.w;
  }
  `:""}

  let uvMix = (inp.positions.xy + vec2<f32>(1.0, 1.0)) * 0.5;
  outp.vTextureCoords = mix(inp.instanceIconFrames.xy, inp.instanceIconFrames.xy + iconSize, uvMix) / icon.iconsTextureDim;

  outp.position = pos;
  outp.vColor = inp.instanceColors;
  outp.vColorMode = inp.instanceColorModes;
  outp.pickingColor = picking_getPickingColorFromIndex(inp.rowIndexes);

  return outp;
}

@fragment
fn fragmentMain(inp: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = inp.uv;

  let texColor = textureSample(iconsTexture, iconsTextureSampler, inp.vTextureCoords);
  var alpha = texColor.a;
  var color = inp.vColor;

  if (sdf.enabled > 0.5) {
    let distance = alpha;
    alpha = smoothstep(sdf.buffer - sdf.gamma, sdf.buffer + sdf.gamma, distance);

    if (sdf.outlineBuffer > 0.0) {
      let inFill = alpha;
      let inBorder = smoothstep(sdf.outlineBuffer - sdf.gamma, sdf.outlineBuffer + sdf.gamma, distance);
      color = mix(sdf.outlineColor, inp.vColor, inFill);
      alpha = inBorder;
    }
  } else if (inp.vColorMode == 0.0) {
    color = texColor;
  }

  var a = alpha * color.a * layer.opacity;
  if (a < icon.alphaCutoff) {
    discard;
  }

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(inp.pickingColor)) {
      discard;
    }
    return vec4<f32>(inp.pickingColor, 1.0);
  }

  ${i?`  let collisionFade = collision_is_visible(inp.position.xy / project.viewportSize, inp.pickingColor);
  a = a * collisionFade;
  if (a <= 0.0001) {
    discard;
  }
  `:""}

  var fragColor = deckgl_premultiplied_alpha(vec4<f32>(color.rgb, a));

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(inp.pickingColor - highlightedObjectColor))) {
      let highLightAlpha = picking.highlightColor.a;
      let blendedAlpha = highLightAlpha + fragColor.a * (1.0 - highLightAlpha);
      if (blendedAlpha > 0.0) {
        let highLightRatio = highLightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highLightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return fragColor;
}
`}var Iu=Q_();var ec=192/256;var tP={getIconOffsets:{type:"accessor",value:i=>i.offsets},getContentBox:{type:"accessor",value:[0,0,-1,-1]},fontSize:1,alphaCutoff:.001,smoothing:.1,outlineWidth:0,outlineColor:{type:"color",value:[0,0,0,255]},contentCutoffPixels:{type:"array",value:[0,0]},contentAlignHorizontal:"none",contentAlignVertical:"none"},Bn=class extends Sr{getShaders(){let t=super.getShaders();return{...t,modules:[...t.modules,Er,Tu],vs:Lu,fs:Au,source:Iu}}initializeState(){super.initializeState();let t=this.getAttributeManager(),e=t.attributes.instanceIconDefs;e.settings.update=this.calculateInstanceIconDefs,t.addInstanced({rowIndexes:{type:"uint32",size:1,bufferGroup:"icon-instance-data",accessor:(n,{index:o})=>o},instanceClipRect:{size:4,bufferGroup:"icon-instance-data",accessor:"getContentBox",defaultValue:[0,0,-1,-1]}})}updateState(t){super.updateState(t);let{props:e,oldProps:n,changeFlags:o}=t,{outlineColor:r}=e;if(o.extensionsChanged){this.state.fillModel?.destroy();let s=this.context.device.type==="webgpu"?this._getModel(`${this.props.id}-fill`):void 0;this.setState({fillModel:s,models:s?[this.state.model,s]:[this.state.model]})}if(o.updateTriggersChanged&&(o.updateTriggersChanged.getIcon||o.updateTriggersChanged.getIconOffsets)&&this.getAttributeManager().invalidate("instanceIconDefs"),r!==n.outlineColor){let s=[r[0]/255,r[1]/255,r[2]/255,(r[3]??255)/255];this.setState({outlineColor:s})}!e.sdf&&e.outlineWidth&&A.warn(`${this.id}: fontSettings.sdf is required to render outline`)()}draw(t){let{sdf:e,smoothing:n,fontSize:o,outlineWidth:r,contentCutoffPixels:s,contentAlignHorizontal:a,contentAlignVertical:c}=this.props,{outlineColor:l}=this.state,f=r?Math.max(n,ec*(1-r)):-1,h=this.state.model,u={buffer:ec,outlineBuffer:f,gamma:n,enabled:!!e,outlineColor:l},d={contentCutoffPixels:s,contentAlignHorizontal:a,contentAlignVertical:c,fontSize:o,viewport:this.context.viewport};if(h.shaderInputs.setProps({sdf:u,text:d}),super.draw(t),e&&r){let{iconManager:p}=this.state;if(p.getTexture()){let m=this.state.fillModel||h;m.shaderInputs.setProps({sdf:{...u,outlineBuffer:ec},text:d}),this._drawModel(m)}}}calculateInstanceIconDefs(t,{startRow:e,endRow:n}){let{data:o,getIcon:r,getIconOffsets:s}=this.props,a=t.getVertexOffset(e),c=t.value,{iterable:l,objectInfo:f}=It(o,e,n);for(let h of l){f.index++;let u=r(h,f),d=s(h,f);if(u){let p=0;for(let g of Array.from(u)){let m=super.getInstanceIconDef(g);m[0]=d[p*2],m[1]+=d[p*2+1],m[6]=1,c.set(m,a),a+=t.size,p++}}}}};Bn.defaultProps=tP;Bn.layerName="MultiIconLayer";var Ou=Bn;var ic=new Float64Array(256);for(let i=0;i<256;i++){let t=.5-Math.pow(i/255,.45454545454545453);ic[i]=t*Math.abs(t)}ic[255]=-1e20;var Nn=class{constructor({fontSize:t=24,buffer:e=3,radius:n=8,cutoff:o=.25,fontFamily:r="sans-serif",fontWeight:s="normal",fontStyle:a="normal",lang:c=null}={}){e=this.buffer=Math.round(e),this.radius=n,this.cutoff=o,this.lang=c;let l=this.size=Math.ceil(t)+e*4,f=this._createCanvas(l),h=this.ctx=f.getContext("2d",{willReadFrequently:!0});h.font=`${a} ${s} ${t}px ${r}`,h.textBaseline="alphabetic",h.textAlign="left",h.fillStyle="black",c&&(h.lang=c);let d=(this.maxGlyphDim=l-e)+2*e;this.gridOuter=new Float64Array(d*d),this.gridInner=new Float64Array(d*d),this.f=new Float64Array(d),this.z=new Float64Array(d+1),this.v=new Uint16Array(d)}_createCanvas(t){if(typeof OffscreenCanvas<"u")return new OffscreenCanvas(t,t);let e=document.createElement("canvas");return e.width=e.height=t,e}draw(t){let{width:e,actualBoundingBoxAscent:n,actualBoundingBoxDescent:o,actualBoundingBoxLeft:r,actualBoundingBoxRight:s}=this.ctx.measureText(t),a=Math.ceil(n),c=Math.floor(-r),l=Math.max(0,Math.min(this.maxGlyphDim,Math.ceil(s)-c)),f=Math.max(0,Math.min(this.maxGlyphDim,a+Math.ceil(o))),h=l+2*this.buffer,u=f+2*this.buffer,d=h*u,p=new Uint8ClampedArray(d),g={data:p,width:h,height:u,glyphWidth:l,glyphHeight:f,glyphTop:a,glyphLeft:c,glyphAdvance:e};if(l===0||f===0)return g;let{ctx:m,buffer:v,gridInner:_,gridOuter:y}=this;m.clearRect(v,v,l,f),m.fillText(t,v-c,v+a);let x=m.getImageData(v,v,l,f);y.fill(1e20,0,d),_.fill(0,0,d);let P=3;for(let E=0;E<f;E++){let b=(E+v)*h+v;for(let I=0;I<l;I++,P+=4,b++){let L=x.data[P];if(L===0)continue;let T=ic[L];y[b]=Math.max(0,T),_[b]=Math.max(0,-T)}}Ru(y,0,0,h,u,h,this.f,this.v,this.z,v);let w=Math.min(v,1);Ru(_,v-w,v-w,l+2*w,f+2*w,h,this.f,this.v,this.z);let C=255/this.radius,S=255*(1-this.cutoff);for(let E=0;E<d;E++){let b=Math.sqrt(y[E])-Math.sqrt(_[E]);p[E]=S-C*b}return g}};function Ru(i,t,e,n,o,r,s,a,c,l=0){for(let f=t+l;f<t+n-l;f++)ku(i,e*r+f,r,o,s,a,c);for(let f=e;f<e+o;f++)ku(i,f*r+t,1,n,s,a,c)}function ku(i,t,e,n,o,r,s){r[0]=0,s[0]=-1e20,s[1]=1e20,o[0]=i[t];for(let a=1,c=0;a<n;a++){let l=o[a]=i[t+a*e],f=a*a,h;do{let u=r[c];h=(l-o[u]+f-u*u)/(a-u)/2}while(h<=s[c]&&--c>-1);c++,r[c]=a,s[c]=h,s[c+1]=1e20}for(let a=0,c=0;a<n;a++){for(;s[c+1]<a;)c++;let l=r[c],f=a-l;i[t+a*e]=o[l]+f*f}}var eP=32,iP=[];function nP(i){return Math.pow(2,Math.ceil(Math.log2(i)))}function zu({characterSet:i,measureText:t,buffer:e,maxCanvasWidth:n,mapping:o={},xOffset:r=0,yOffsetMin:s=0,yOffsetMax:a=0}){let l=r,f=s,h=a;for(let u of i)if(!o[u]){let{advance:d,width:p,ascent:g,descent:m}=t(u),v=g+m;l+p+e*2>n&&(l=0,f=h),o[u]={x:l+e,y:f+e,width:p,height:v,advance:d,anchorX:p/2,anchorY:g},l+=p+e*2,h=Math.max(h,f+v+e*2)}return{mapping:o,xOffset:l,yOffsetMin:f,yOffsetMax:h,canvasHeight:nP(h)}}function Du(i,t,e,n){let o=0;for(let r=t;r<e;r++){let s=i[r];o+=n[s]?.advance||0}return o}function Bu(i,t,e,n,o,r){let s=t,a=0;for(let c=t;c<e;c++){let l=Du(i,c,c+1,o);a+l>n&&(s<c&&r.push(c),s=c,a=0),a+=l}return a}function oP(i,t,e,n,o,r){let s=t,a=t,c=t,l=0;for(let f=t;f<e;f++)if((i[f]===" "||i[f+1]===" "||f+1===e)&&(c=f+1),c>a){let h=Du(i,a,c,o);l+h>n&&(s<a&&(r.push(a),s=a,l=0),h>n&&(h=Bu(i,a,c,n,o,r),s=r[r.length-1])),a=c,l+=h}return l}function rP(i,t,e,n,o=0,r){r===void 0&&(r=i.length);let s=[];return t==="break-all"?Bu(i,o,r,e,n,s):oP(i,o,r,e,n,s),s}function sP(i,t,e,n,o,r){let s=0,a=0;for(let c=t;c<e;c++){let l=i[c],f=n[l];f&&(a=Math.max(a,f.height))}for(let c=t;c<e;c++){let l=i[c],f=n[l];f?(o[c]=s+f.anchorX,s+=f.advance):(A.warn(`Missing character: ${l} (${l.codePointAt(0)})`)(),o[c]=s,s+=eP)}r[0]=s,r[1]=a}function Nu(i,t,e,n,o,r){let s=Array.from(i),a=s.length,c=new Array(a),l=new Array(a),f=new Array(a),h=(n==="break-word"||n==="break-all")&&isFinite(o)&&o>0,u=[0,0],d=[0,0],p=0,g=t+e/2,m=0,v=0;for(let _=0;_<=a;_++){let y=s[_];if((y===`
`||_===a)&&(v=_),v>m){let x=h?rP(s,n,o,r,m,v):iP;for(let P=0;P<=x.length;P++){let w=P===0?m:x[P-1],C=P<x.length?x[P]:v;sP(s,w,C,r,c,d);for(let S=w;S<C;S++)l[S]=g,f[S]=d[0];p++,g+=e,u[0]=Math.max(u[0],d[0])}m=v}y===`
`&&(c[m]=0,l[m]=0,f[m]=0,m++)}return u[1]=p*e,{x:c,y:l,rowWidth:f,size:u}}function ju({value:i,length:t,stride:e,offset:n,startIndices:o,characterSet:r}){let s=i.BYTES_PER_ELEMENT,a=e?e/s:1,c=n?n/s:0,l=o[t]||Math.ceil((i.length-c)/a),f=r&&new Set,h=new Array(t),u=i;if(a>1||c>0){let d=i.constructor;u=new d(l);for(let p=0;p<l;p++)u[p]=i[p*a+c]}for(let d=0;d<t;d++){let p=o[d],g=o[d+1]||l,m=u.subarray(p,g);h[d]=String.fromCodePoint.apply(null,m),f&&m.forEach(f.add,f)}if(f)for(let d of f)r.add(String.fromCodePoint(d));return{texts:h,characterCount:l}}var ui=class{constructor(t=5){this._cache={},this._order=[],this.limit=t}get(t){let e=this._cache[t];return e&&(this._deleteOrder(t),this._appendOrder(t)),e}set(t,e){this._cache[t]?(this.delete(t),this._cache[t]=e,this._appendOrder(t)):(Object.keys(this._cache).length===this.limit&&this.delete(this._order[0]),this._cache[t]=e,this._appendOrder(t))}delete(t){this._cache[t]&&(delete this._cache[t],this._deleteOrder(t))}_deleteOrder(t){let e=this._order.indexOf(t);e>=0&&this._order.splice(e,1)}_appendOrder(t){this._order.push(t)}};function aP(){let i=[];for(let t=32;t<128;t++)i.push(String.fromCharCode(t));return i}var ke={fontFamily:"Monaco, monospace",fontWeight:"normal",characterSet:aP(),fontSize:64,buffer:4,sdf:!1,cutoff:.25,radius:12,smoothing:.1},Fu=1024,Uu=.9,Vu=.3,Gu=3,Cr=new ui(Gu);function cP(i,t){let e;typeof t=="string"?e=new Set(Array.from(t)):e=new Set(t);let n=Cr.get(i);if(!n)return e;for(let o in n.mapping)e.has(o)&&e.delete(o);return e}function lP(i,t){for(let e=0;e<i.length;e++)t.data[4*e+3]=i[e]}function Wu(i,t,e,n){i.font=`${n} ${e}px ${t}`,i.fillStyle="#000",i.textBaseline="alphabetic",i.textAlign="left"}function fP(i,t,e){if(e===void 0){let o=i.measureText("A");return o.fontBoundingBoxAscent?{advance:0,width:0,ascent:Math.ceil(o.fontBoundingBoxAscent),descent:Math.ceil(o.fontBoundingBoxDescent)}:{advance:0,width:0,ascent:t*Uu,descent:t*Vu}}let n=i.measureText(e);return n.actualBoundingBoxAscent?{advance:n.width,width:Math.ceil(n.actualBoundingBoxRight-n.actualBoundingBoxLeft),ascent:Math.ceil(n.actualBoundingBoxAscent),descent:Math.ceil(n.actualBoundingBoxDescent)}:{advance:n.width,width:n.width,ascent:t*Uu,descent:t*Vu}}function Yu(i){A.assert(Number.isFinite(i)&&i>=Gu,"Invalid cache limit"),Cr=new ui(i)}var jn=class{constructor(){this.props={...ke}}get atlas(){return this._atlas}get mapping(){return this._atlas&&this._atlas.mapping}setProps(t={}){Object.assign(this.props,t),t._getFontRenderer&&(this._getFontRenderer=t._getFontRenderer),this._key=this._getKey();let e=cP(this._key,this.props.characterSet),n=Cr.get(this._key);if(n&&e.size===0){this._atlas!==n&&(this._atlas=n);return}let o=this._generateFontAtlas(e,n);this._atlas=o,Cr.set(this._key,o)}_generateFontAtlas(t,e){let{fontFamily:n,fontWeight:o,fontSize:r,buffer:s,sdf:a,radius:c,cutoff:l}=this.props,f=e&&e.data;f||(f=document.createElement("canvas"),f.width=Fu);let h=f.getContext("2d",{willReadFrequently:!0});Wu(h,n,r,o);let u=x=>fP(h,r,x),d;this._getFontRenderer?d=this._getFontRenderer(this.props):a&&(d={measure:u,draw:hP(this.props)});let{mapping:p,canvasHeight:g,xOffset:m,yOffsetMin:v,yOffsetMax:_}=zu({measureText:x=>d?d.measure(x):u(x),buffer:s,characterSet:t,maxCanvasWidth:Fu,...e&&{mapping:e.mapping,xOffset:e.xOffset,yOffsetMin:e.yOffsetMin,yOffsetMax:e.yOffsetMax}});if(f.height!==g){let x=f.height>0?h.getImageData(0,0,f.width,f.height):null;f.height=g,x&&h.putImageData(x,0,0)}if(Wu(h,n,r,o),d)for(let x of t){let P=p[x],w=P.width,{data:C,left:S=0,top:E=0}=d.draw(x),b=P.x-S,I=P.y-E,L=Math.max(0,Math.round(b)),T=Math.max(0,Math.round(I)),R=Math.min(C.width,f.width-L),U=Math.min(C.height,f.height-T);h.putImageData(C,L,T,0,0,R,U),P.x=L,P.y=T,P.width=R,P.height=U,P.anchorX+=R/2-S-w/2,P.anchorY+=E}else for(let x of t){let P=p[x];h.fillText(x,P.x,P.y+P.anchorY)}let y=d?d.measure():u();return{baselineOffset:(y.ascent-y.descent)/2,xOffset:m,yOffsetMin:v,yOffsetMax:_,mapping:p,data:f,width:f.width,height:f.height}}_getKey(){let{fontFamily:t,fontWeight:e,fontSize:n,buffer:o,sdf:r,radius:s,cutoff:a}=this.props;return r?`${t} ${e} ${n} ${o} ${s} ${a}`:`${t} ${e} ${n} ${o}`}};function hP({fontSize:i,buffer:t,radius:e,cutoff:n,fontFamily:o,fontWeight:r}){let s=new Nn({fontSize:i,buffer:t,radius:e,cutoff:n,fontFamily:o,fontWeight:`${r}`});return a=>{let{data:c,width:l,height:f}=s.draw(a),h=new ImageData(l,f);return lP(c,h),{data:h,left:t,top:t}}}var uP=`struct TextBackgroundUniforms {
  billboard: f32,
  sizeScale: f32,
  sizeMinPixels: f32,
  sizeMaxPixels: f32,
  borderRadius: vec4<f32>,
  padding: vec4<f32>,
  sizeUnits: i32,
  stroked: f32,
};

@group(0) @binding(auto) var<uniform> textBackground: TextBackgroundUniforms;
`,$u=`layout(std140) uniform textBackgroundUniforms {
  bool billboard;
  float sizeScale;
  float sizeMinPixels;
  float sizeMaxPixels;
  vec4 borderRadius;
  vec4 padding;
  highp int sizeUnits;
  bool stroked;
} textBackground;
`,Hu={name:"textBackground",source:uP,vs:$u,fs:$u,uniformTypes:{billboard:"f32",sizeScale:"f32",sizeMinPixels:"f32",sizeMaxPixels:"f32",borderRadius:"vec4<f32>",padding:"vec4<f32>",sizeUnits:"i32",stroked:"f32"}};var Zu=`#version 300 es
#define SHADER_NAME text-background-layer-vertex-shader
in vec2 positions;
in vec3 instancePositions;
in vec3 instancePositions64Low;
in vec4 instanceRects;
in vec4 instanceClipRect;
in float instanceSizes;
in float instanceAngles;
in vec2 instancePixelOffsets;
in float instanceLineWidths;
in vec4 instanceFillColors;
in vec4 instanceLineColors;
out vec4 vFillColor;
out vec4 vLineColor;
out float vLineWidth;
out vec2 uv;
out vec2 dimensions;
vec2 rotate_by_angle(vec2 vertex, float angle) {
float angle_radian = radians(angle);
float cos_angle = cos(angle_radian);
float sin_angle = sin(angle_radian);
mat2 rotationMatrix = mat2(cos_angle, -sin_angle, sin_angle, cos_angle);
return rotationMatrix * vertex;
}
void main(void) {
geometry.worldPosition = instancePositions;
geometry.uv = positions;
geometry.pickingColor = picking_getPickingColorFromInstanceID();
uv = positions;
vLineWidth = instanceLineWidths;
float sizePixels = clamp(
project_size_to_pixel(instanceSizes * textBackground.sizeScale, textBackground.sizeUnits),
textBackground.sizeMinPixels, textBackground.sizeMaxPixels
);
float instanceScale = sizePixels / text.fontSize;
dimensions = instanceRects.zw * instanceScale + textBackground.padding.xy + textBackground.padding.zw;
vec2 pixelOffset = (positions * instanceRects.zw + instanceRects.xy) * instanceScale + mix(-textBackground.padding.xy, textBackground.padding.zw, positions);
pixelOffset = rotate_by_angle(pixelOffset, instanceAngles);
pixelOffset += instancePixelOffsets;
pixelOffset.y *= -1.0;
vec2 xy = project_size_to_pixel(instanceClipRect.xy);
vec2 wh = project_size_to_pixel(instanceClipRect.zw);
if (text.flipY) {
xy.y = -xy.y - wh.y;
}
if (instanceClipRect.z >= 0.0) {
dimensions.x = wh.x;
pixelOffset.x = xy.x + uv.x * wh.x + mix(-textBackground.padding.x, textBackground.padding.z, uv.x);
}
if (instanceClipRect.w >= 0.0) {
dimensions.y = wh.y;
pixelOffset.y = xy.y + uv.y * wh.y + mix(-textBackground.padding.y, textBackground.padding.w, uv.y);
}
if (textBackground.billboard)  {
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, vec3(0.0), geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
vec3 offset = vec3(pixelOffset, 0.0);
DECKGL_FILTER_SIZE(offset, geometry);
gl_Position.xy += project_pixel_size_to_clipspace(offset.xy);
} else {
vec3 offset_common = vec3(project_pixel_size(pixelOffset), 0.0);
if (text.flipY) {
offset_common.y *= -1.;
}
DECKGL_FILTER_SIZE(offset_common, geometry);
gl_Position = project_position_to_clipspace(instancePositions, instancePositions64Low, offset_common, geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
vFillColor = vec4(instanceFillColors.rgb, instanceFillColors.a * layer.opacity);
DECKGL_FILTER_COLOR(vFillColor, geometry);
vLineColor = vec4(instanceLineColors.rgb, instanceLineColors.a * layer.opacity);
DECKGL_FILTER_COLOR(vLineColor, geometry);
}
`;var qu=`#version 300 es
#define SHADER_NAME text-background-layer-fragment-shader
precision highp float;
in vec4 vFillColor;
in vec4 vLineColor;
in float vLineWidth;
in vec2 uv;
in vec2 dimensions;
out vec4 fragColor;
float round_rect(vec2 p, vec2 size, vec4 radii) {
vec2 pixelPositionCB = (p - 0.5) * size;
vec2 sizeCB = size * 0.5;
float maxBorderRadius = min(size.x, size.y) * 0.5;
vec4 borderRadius = vec4(min(radii, maxBorderRadius));
borderRadius.xy =
(pixelPositionCB.x > 0.0) ? borderRadius.xy : borderRadius.zw;
borderRadius.x = (pixelPositionCB.y > 0.0) ? borderRadius.x : borderRadius.y;
vec2 q = abs(pixelPositionCB) - sizeCB + borderRadius.x;
return -(min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - borderRadius.x);
}
float rect(vec2 p, vec2 size) {
vec2 pixelPosition = p * size;
return min(min(pixelPosition.x, size.x - pixelPosition.x),
min(pixelPosition.y, size.y - pixelPosition.y));
}
vec4 get_stroked_fragColor(float dist) {
float isBorder = smoothedge(dist, vLineWidth);
return mix(vFillColor, vLineColor, isBorder);
}
void main(void) {
geometry.uv = uv;
if (textBackground.borderRadius != vec4(0.0)) {
float distToEdge = round_rect(uv, dimensions, textBackground.borderRadius);
float shapeAlpha = smoothedge(-distToEdge, 0.0);
if (shapeAlpha == 0.0) {
discard;
}
if (textBackground.stroked) {
fragColor = get_stroked_fragColor(distToEdge);
} else {
fragColor = vFillColor;
}
fragColor.a *= shapeAlpha;
} else {
if (textBackground.stroked) {
float distToEdge = rect(uv, dimensions);
fragColor = get_stroked_fragColor(distToEdge);
} else {
fragColor = vFillColor;
}
}
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var Xu=`struct TextUniforms {
  cutoffPixels: vec2<f32>,
  align: vec2<i32>,
  fontSize: f32,
  flipY: f32,
};

@group(0) @binding(auto) var<uniform> text: TextUniforms;

fn rotate_by_angle(vertex: vec2<f32>, angle: f32) -> vec2<f32> {
  let angleRadian = radians(angle);
  let cosine = cos(angleRadian);
  let sine = sin(angleRadian);
  let rotationMatrix = mat2x2<f32>(
    vec2<f32>(cosine, -sine),
    vec2<f32>(sine, cosine)
  );
  return rotationMatrix * vertex;
}

struct Attributes {
  @builtin(instance_index) instanceIndex: u32,
  @location(0) positions: vec2<f32>,
  @location(1) instancePositions: vec3<f32>,
  @location(2) instancePositions64Low: vec3<f32>,
  @location(3) instanceSizes: f32,
  @location(4) instanceAngles: f32,
  @location(5) instanceRects: vec4<f32>,
  @location(6) instanceClipRect: vec4<f32>,
  @location(7) instancePixelOffsets: vec2<f32>,
  @location(8) instanceFillColors: vec4<f32>,
  @location(9) instanceLineColors: vec4<f32>,
  @location(10) instanceLineWidths: f32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vFillColor: vec4<f32>,
  @location(1) vLineColor: vec4<f32>,
  @location(2) vLineWidth: f32,
  @location(3) uv: vec2<f32>,
  @location(4) dimensions: vec2<f32>,
  @location(5) pickingColor: vec3<f32>,
};

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  geometry.worldPosition = attributes.instancePositions;
  geometry.uv = attributes.positions;
  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.instanceIndex);

  var varyings: Varyings;
  varyings.uv = attributes.positions;
  varyings.vLineWidth = attributes.instanceLineWidths;

  let sizePixels = clamp(
    project_unit_size_to_pixel(
      attributes.instanceSizes * textBackground.sizeScale,
      textBackground.sizeUnits
    ),
    textBackground.sizeMinPixels,
    textBackground.sizeMaxPixels
  );
  let instanceScale = sizePixels / text.fontSize;

  varyings.dimensions = attributes.instanceRects.zw * instanceScale +
    textBackground.padding.xy + textBackground.padding.zw;

  var pixelOffset =
    (attributes.positions * attributes.instanceRects.zw + attributes.instanceRects.xy) *
      instanceScale +
    mix(-textBackground.padding.xy, textBackground.padding.zw, attributes.positions);
  pixelOffset = rotate_by_angle(pixelOffset, attributes.instanceAngles);
  pixelOffset = pixelOffset + attributes.instancePixelOffsets;
  pixelOffset.y = pixelOffset.y * -1.0;

  var xy = project_size_vec2(attributes.instanceClipRect.xy) * project.scale;
  let wh = project_size_vec2(attributes.instanceClipRect.zw) * project.scale;
  if (text.flipY > 0.5) {
    xy.y = -xy.y - wh.y;
  }
  if (attributes.instanceClipRect.z >= 0.0) {
    varyings.dimensions.x = wh.x;
    pixelOffset.x = xy.x + varyings.uv.x * wh.x + mix(
      -textBackground.padding.x,
      textBackground.padding.z,
      varyings.uv.x
    );
  }
  if (attributes.instanceClipRect.w >= 0.0) {
    varyings.dimensions.y = wh.y;
    pixelOffset.y = xy.y + varyings.uv.y * wh.y + mix(
      -textBackground.padding.y,
      textBackground.padding.w,
      varyings.uv.y
    );
  }

  if (textBackground.billboard > 0.5) {
    var position = project_position_to_clipspace(
      attributes.instancePositions,
      attributes.instancePositions64Low,
      vec3<f32>(0.0)
    );
    let clipOffset = project_pixel_size_to_clipspace(pixelOffset);
    position = vec4<f32>(
      position.x + clipOffset.x,
      position.y + clipOffset.y,
      position.z,
      position.w
    );
    varyings.position = position;
  } else {
    var offsetCommon = vec3<f32>(project_pixel_size_vec2(pixelOffset), 0.0);
    if (text.flipY > 0.5) {
      offsetCommon.y = offsetCommon.y * -1.0;
    }
    varyings.position = project_position_to_clipspace(
      attributes.instancePositions,
      attributes.instancePositions64Low,
      offsetCommon
    );
  }

  varyings.vFillColor = vec4<f32>(
    attributes.instanceFillColors.rgb,
    attributes.instanceFillColors.a * layer.opacity
  );
  varyings.vLineColor = vec4<f32>(
    attributes.instanceLineColors.rgb,
    attributes.instanceLineColors.a * layer.opacity
  );
  varyings.pickingColor = geometry.pickingColor;
  return varyings;
}

fn round_rect(point: vec2<f32>, size: vec2<f32>, radii: vec4<f32>) -> f32 {
  let pixelPosition = (point - 0.5) * size;
  let halfSize = size * 0.5;
  let maxBorderRadius = min(size.x, size.y) * 0.5;
  var borderRadius = min(radii, vec4<f32>(maxBorderRadius));

  borderRadius = select(borderRadius.zwxy, borderRadius, pixelPosition.x > 0.0);
  let radius = select(borderRadius.y, borderRadius.x, pixelPosition.y > 0.0);
  let q = abs(pixelPosition) - halfSize + radius;
  return -(min(max(q.x, q.y), 0.0) + length(max(q, vec2<f32>(0.0))) - radius);
}

fn rect(point: vec2<f32>, size: vec2<f32>) -> f32 {
  let pixelPosition = point * size;
  return min(
    min(pixelPosition.x, size.x - pixelPosition.x),
    min(pixelPosition.y, size.y - pixelPosition.y)
  );
}

fn get_stroked_frag_color(
  distanceToEdge: f32,
  lineWidth: f32,
  fillColor: vec4<f32>,
  lineColor: vec4<f32>
) -> vec4<f32> {
  let isBorder = smoothedge(distanceToEdge, lineWidth);
  return mix(fillColor, lineColor, isBorder);
}

@fragment
fn fragmentMain(varyings: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = varyings.uv;
  var fragColor: vec4<f32>;

  if (any(textBackground.borderRadius != vec4<f32>(0.0))) {
    let distanceToEdge = round_rect(
      varyings.uv,
      varyings.dimensions,
      textBackground.borderRadius
    );
    let shapeAlpha = smoothedge(-distanceToEdge, 0.0);
    if (shapeAlpha == 0.0) {
      discard;
    }
    if (textBackground.stroked > 0.5) {
      fragColor = get_stroked_frag_color(
        distanceToEdge,
        varyings.vLineWidth,
        varyings.vFillColor,
        varyings.vLineColor
      );
    } else {
      fragColor = varyings.vFillColor;
    }
    fragColor.a = fragColor.a * shapeAlpha;
  } else if (textBackground.stroked > 0.5) {
    let distanceToEdge = rect(varyings.uv, varyings.dimensions);
    fragColor = get_stroked_frag_color(
      distanceToEdge,
      varyings.vLineWidth,
      varyings.vFillColor,
      varyings.vLineColor
    );
  } else {
    fragColor = varyings.vFillColor;
  }

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(varyings.pickingColor)) {
      discard;
    }
    return vec4<f32>(varyings.pickingColor, 1.0);
  }

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(varyings.pickingColor - highlightedObjectColor))) {
      let highlightAlpha = picking.highlightColor.a;
      let blendedAlpha = highlightAlpha + fragColor.a * (1.0 - highlightAlpha);
      if (blendedAlpha > 0.0) {
        let highlightRatio = highlightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highlightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return deckgl_premultiplied_alpha(fragColor);
}
`;var dP={billboard:!0,sizeScale:1,sizeUnits:"pixels",sizeMinPixels:0,sizeMaxPixels:Number.MAX_SAFE_INTEGER,fontSize:1,borderRadius:{type:"object",value:0},padding:{type:"array",value:[0,0,0,0]},getPosition:{type:"accessor",value:i=>i.position},getSize:{type:"accessor",value:1},getAngle:{type:"accessor",value:0},getPixelOffset:{type:"accessor",value:[0,0]},getBoundingRect:{type:"accessor",value:[0,0,0,0]},getClipRect:{type:"accessor",value:[0,0,-1,-1]},getFillColor:{type:"accessor",value:[0,0,0,255]},getLineColor:{type:"accessor",value:[0,0,0,255]},getLineWidth:{type:"accessor",value:1}},Fn=class extends lt{getShaders(){return super.getShaders({vs:Zu,fs:qu,source:Xu,modules:[mt,gt,yt,Hu,Er]})}initializeState(){this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceSizes:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getSize",defaultValue:1},instanceAngles:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getAngle"},instanceRects:{size:4,bufferGroup:"text-background-instance-data",accessor:"getBoundingRect"},instanceClipRect:{size:4,bufferGroup:"text-background-instance-data",accessor:"getClipRect",defaultValue:[0,0,-1,-1]},instancePixelOffsets:{size:2,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getPixelOffset"},instanceFillColors:{size:4,transition:!0,type:"unorm8",accessor:"getFillColor",defaultValue:[0,0,0,255]},instanceLineColors:{size:4,transition:!0,type:"unorm8",accessor:"getLineColor",defaultValue:[0,0,0,255]},instanceLineWidths:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getLineWidth",defaultValue:1}})}updateState(t){super.updateState(t);let{changeFlags:e}=t;e.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),this.getAttributeManager().invalidateAll())}draw({uniforms:t}){let{billboard:e,sizeScale:n,sizeUnits:o,sizeMinPixels:r,sizeMaxPixels:s,getLineWidth:a,fontSize:c}=this.props,{padding:l,borderRadius:f}=this.props;l.length<4&&(l=[l[0],l[1],l[0],l[1]]),Array.isArray(f)||(f=[f,f,f,f]);let h=this.state.model,u={billboard:e,stroked:!!a,borderRadius:f,padding:l,sizeUnits:Q[o],sizeScale:n,sizeMinPixels:r,sizeMaxPixels:s},d={fontSize:c,viewport:this.context.viewport};h.shaderInputs.setProps({textBackground:u,text:d}),h.draw(this.context.renderPass)}_getModel(){let t=[0,0,1,0,0,1,1,1];return new ft(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new bt({topology:"triangle-strip",vertexCount:4,attributes:{positions:{size:2,value:new Float32Array(t)}}}),isInstanced:!0})}};Fn.defaultProps=dP;Fn.layerName="TextBackgroundLayer";var Ku=Fn;var Ju={start:1,middle:0,end:-1},Qu={top:1,center:0,bottom:-1},nc=[0,0,0,255],pP=1,gP={billboard:!0,sizeScale:1,sizeUnits:"pixels",sizeMinPixels:0,sizeMaxPixels:Number.MAX_SAFE_INTEGER,background:!1,getBackgroundColor:{type:"accessor",value:[255,255,255,255]},getBorderColor:{type:"accessor",value:nc},getBorderWidth:{type:"accessor",value:0},backgroundBorderRadius:{type:"object",value:0},backgroundPadding:{type:"array",value:[0,0,0,0]},characterSet:{type:"object",value:ke.characterSet},fontFamily:ke.fontFamily,fontWeight:ke.fontWeight,lineHeight:pP,outlineWidth:{type:"number",value:0,min:0},outlineColor:{type:"color",value:nc},fontSettings:{type:"object",value:{},compare:1},wordBreak:"break-word",maxWidth:{type:"number",value:-1},contentCutoffPixels:{type:"array",value:[0,0]},contentAlignHorizontal:"none",contentAlignVertical:"none",getText:{type:"accessor",value:i=>i.text},getPosition:{type:"accessor",value:i=>i.position},getColor:{type:"accessor",value:nc},getSize:{type:"accessor",value:32},getAngle:{type:"accessor",value:0},getTextAnchor:{type:"accessor",value:"middle"},getAlignmentBaseline:{type:"accessor",value:"center"},getPixelOffset:{type:"accessor",value:[0,0]},getContentBox:{type:"accessor",value:[0,0,-1,-1]},backgroundColor:{deprecatedFor:["background","getBackgroundColor"]}},Un=class extends In{constructor(){super(...arguments),this.getBoundingRect=(t,e)=>{let{size:[n,o]}=this.transformParagraph(t,e),{getTextAnchor:r,getAlignmentBaseline:s}=this.props,a=Ju[typeof r=="function"?r(t,e):r],c=Qu[typeof s=="function"?s(t,e):s];return[(a-1)*n/2,(c-1)*o/2,n,o]},this.getIconOffsets=(t,e)=>{let{getTextAnchor:n,getAlignmentBaseline:o}=this.props,{x:r,y:s,rowWidth:a,size:[,c]}=this.transformParagraph(t,e),l=Ju[typeof n=="function"?n(t,e):n],f=Qu[typeof o=="function"?o(t,e):o],h=r.length,u=new Array(h*2),d=0;for(let p=0;p<h;p++)u[d++]=(l-1)*a[p]/2+r[p],u[d++]=(f-1)*c/2+s[p];return u}}initializeState(){this.state={styleVersion:0,fontAtlasManager:new jn},this.props.maxWidth>0&&A.once(1,"v8.9 breaking change: TextLayer maxWidth is now relative to text size")()}updateState(t){let{props:e,oldProps:n,changeFlags:o}=t;(o.dataChanged||o.updateTriggersChanged&&(o.updateTriggersChanged.all||o.updateTriggersChanged.getText))&&this._updateText(),(this._updateFontAtlas()||e.lineHeight!==n.lineHeight||e.wordBreak!==n.wordBreak||e.maxWidth!==n.maxWidth)&&this.setState({styleVersion:this.state.styleVersion+1})}getPickingInfo({info:t}){return t.object=t.index>=0?this.props.data[t.index]:null,t}_updateFontAtlas(){let{fontSettings:t,fontFamily:e,fontWeight:n,_getFontRenderer:o}=this.props,{fontAtlasManager:r,characterSet:s}=this.state,a={...t,characterSet:s,fontFamily:e,fontWeight:n,_getFontRenderer:o};if(!r.mapping)return r.setProps(a),!0;for(let c in a)if(a[c]!==r.props[c])return r.setProps(a),!0;return!1}_updateText(){let{data:t,characterSet:e}=this.props,n=t.attributes?.getText,{getText:o}=this.props,r=t.startIndices,s,a=e==="auto"&&new Set;if(n&&r){let{texts:c,characterCount:l}=ju({...ArrayBuffer.isView(n)?{value:n}:n,length:t.length,startIndices:r,characterSet:a});s=l,o=(f,{index:h})=>c[h]}else{let{iterable:c,objectInfo:l}=It(t);r=[0],s=0;for(let f of c){l.index++;let h=Array.from(o(f,l)||"");a&&h.forEach(a.add,a),s+=h.length,r.push(s)}}this.setState({getText:o,startIndices:r,numInstances:s,characterSet:a||e})}transformParagraph(t,e){let{fontAtlasManager:n}=this.state,o=n.mapping,{baselineOffset:r}=n.atlas,{fontSize:s}=n.props,a=this.state.getText,{wordBreak:c,lineHeight:l,maxWidth:f}=this.props,h=a(t,e)||"";return Nu(h,r,l*s,c,f*s,o)}renderLayers(){let{startIndices:t,numInstances:e,getText:n,fontAtlasManager:{atlas:o,mapping:r},styleVersion:s}=this.state,{data:a,_dataDiff:c,getPosition:l,getColor:f,getSize:h,getAngle:u,getPixelOffset:d,getBackgroundColor:p,getBorderColor:g,getBorderWidth:m,getContentBox:v,backgroundBorderRadius:_,backgroundPadding:y,background:x,billboard:P,fontSettings:w,outlineWidth:C,outlineColor:S,sizeScale:E,sizeUnits:b,sizeMinPixels:I,sizeMaxPixels:L,contentCutoffPixels:T,contentAlignHorizontal:R,contentAlignVertical:U,transitions:B,updateTriggers:N}=this.props,so=this.getSubLayerClass("characters",Ou),ao=this.getSubLayerClass("background",Ku),{fontSize:gc}=this.state.fontAtlasManager.props;return[x&&new ao({getFillColor:p,getLineColor:g,getLineWidth:m,borderRadius:_,padding:y,getPosition:l,getSize:h,getAngle:u,getPixelOffset:d,getClipRect:v,billboard:P,sizeScale:E,sizeUnits:b,sizeMinPixels:I,sizeMaxPixels:L,fontSize:gc,transitions:B&&{getPosition:B.getPosition,getAngle:B.getAngle,getSize:B.getSize,getFillColor:B.getBackgroundColor,getLineColor:B.getBorderColor,getLineWidth:B.getBorderWidth,getPixelOffset:B.getPixelOffset}},this.getSubLayerProps({id:"background",updateTriggers:{getPosition:N.getPosition,getAngle:N.getAngle,getSize:N.getSize,getFillColor:N.getBackgroundColor,getLineColor:N.getBorderColor,getLineWidth:N.getBorderWidth,getPixelOffset:N.getPixelOffset,getBoundingRect:{getText:N.getText,getTextAnchor:N.getTextAnchor,getAlignmentBaseline:N.getAlignmentBaseline,styleVersion:s}}}),{data:a.attributes&&a.attributes.background?{length:a.length,attributes:a.attributes.background}:a,_dataDiff:c,autoHighlight:!1,getBoundingRect:this.getBoundingRect}),new so({sdf:w.sdf,smoothing:Number.isFinite(w.smoothing)?w.smoothing:ke.smoothing,outlineWidth:C/(w.radius||ke.radius),outlineColor:S,iconAtlas:o,iconMapping:r,getPosition:l,getColor:f,getSize:h,getAngle:u,getPixelOffset:d,getContentBox:v,billboard:P,sizeScale:E,sizeUnits:b,sizeMinPixels:I,sizeMaxPixels:L,fontSize:gc,contentCutoffPixels:T,contentAlignHorizontal:R,contentAlignVertical:U,transitions:B&&{getPosition:B.getPosition,getAngle:B.getAngle,getColor:B.getColor,getSize:B.getSize,getPixelOffset:B.getPixelOffset,getContentBox:B.getContentBox}},this.getSubLayerProps({id:"characters",updateTriggers:{all:N.getText,getPosition:N.getPosition,getAngle:N.getAngle,getColor:N.getColor,getSize:N.getSize,getPixelOffset:N.getPixelOffset,getContentBox:N.getContentBox,getIconOffsets:{getTextAnchor:N.getTextAnchor,getAlignmentBaseline:N.getAlignmentBaseline,styleVersion:s}}}),{data:a,_dataDiff:c,startIndices:t,numInstances:e,getIconOffsets:this.getIconOffsets,getIcon:n})]}static set fontAtlasCacheLimit(t){Yu(t)}};Un.defaultProps=gP;Un.layerName="TextLayer";var td=Un;var Mr={CLOCKWISE:1,COUNTER_CLOCKWISE:-1};function Vn(i,t,e={}){return ed(i,e)!==t?(mP(i,e),!0):!1}function ed(i,t={}){return Math.sign(Tr(i,t))}var oc={x:0,y:1,z:2};function Tr(i,t={}){let{start:e=0,end:n=i.length,plane:o="xy"}=t,r=t.size||2,s=0,a=oc[o[0]],c=oc[o[1]];for(let l=e,f=n-r;l<n;l+=r)s+=(i[l+a]-i[f+a])*(i[l+c]+i[f+c]),f=l;return s/2}function mP(i,t){let{start:e=0,end:n=i.length,size:o=2}=t,r=(n-e)/o,s=Math.floor(r/2);for(let a=0;a<s;++a){let c=e+a*o,l=e+(r-1-a)*o;for(let f=0;f<o;++f){let h=i[c+f];i[c+f]=i[l+f],i[l+f]=h}}}function rt(i,t){let e=t.length,n=i.length;if(n>0){let o=!0;for(let r=0;r<e;r++)if(i[n-e+r]!==t[r]){o=!1;break}if(o)return!1}for(let o=0;o<e;o++)i[n+o]=t[o];return!0}function Wn(i,t){let e=t.length;for(let n=0;n<e;n++)i[n]=t[n]}function pe(i,t,e,n,o=[]){let r=n+t*e;for(let s=0;s<e;s++)o[s]=i[r+s];return o}function Lr(i,t,e,n,o=[]){let r,s;if(e&8)r=(n[3]-i[1])/(t[1]-i[1]),s=3;else if(e&4)r=(n[1]-i[1])/(t[1]-i[1]),s=1;else if(e&2)r=(n[2]-i[0])/(t[0]-i[0]),s=2;else if(e&1)r=(n[0]-i[0])/(t[0]-i[0]),s=0;else return null;for(let a=0;a<i.length;a++)o[a]=(s&1)===a?n[s]:r*(t[a]-i[a])+i[a];return o}function Gn(i,t){let e=0;return i[0]<t[0]?e|=1:i[0]>t[2]&&(e|=2),i[1]<t[1]?e|=4:i[1]>t[3]&&(e|=8),e}function Yn(i,t){let{size:e=2,broken:n=!1,gridResolution:o=10,gridOffset:r=[0,0],startIndex:s=0,endIndex:a=i.length}=t||{},c=(a-s)/e,l=[],f=[l],h=pe(i,0,e,s),u,d,p=od(h,o,r,[]),g=[];rt(l,h);for(let m=1;m<c;m++){for(u=pe(i,m,e,s,u),d=Gn(u,p);d;){Lr(h,u,d,p,g);let v=Gn(g,p);v&&(Lr(h,g,v,p,g),d=v),rt(l,g),Wn(h,g),vP(p,o,d),n&&l.length>e&&(l=[],f.push(l),rt(l,h)),d=Gn(u,p)}rt(l,u),Wn(h,u)}return n?f:f[0]}var id=0,xP=1;function $n(i,t=null,e){if(!i.length)return[];let{size:n=2,gridResolution:o=10,gridOffset:r=[0,0],edgeTypes:s=!1}=e||{},a=[],c=[{pos:i,types:s?new Array(i.length/n).fill(xP):null,holes:t||[]}],l=[[],[]],f=[];for(;c.length;){let{pos:h,types:u,holes:d}=c.shift();_P(h,n,d[0]||h.length,l),f=od(l[0],o,r,f);let p=Gn(l[1],f);if(p){let g=nd(h,u,n,0,d[0]||h.length,f,p),m={pos:g[0].pos,types:g[0].types,holes:[]},v={pos:g[1].pos,types:g[1].types,holes:[]};c.push(m,v);for(let _=0;_<d.length;_++)g=nd(h,u,n,d[_],d[_+1]||h.length,f,p),g[0]&&(m.holes.push(m.pos.length),m.pos=Ar(m.pos,g[0].pos),s&&(m.types=Ar(m.types,g[0].types))),g[1]&&(v.holes.push(v.pos.length),v.pos=Ar(v.pos,g[1].pos),s&&(v.types=Ar(v.types,g[1].types)))}else{let g={positions:h};s&&(g.edgeTypes=u),d.length&&(g.holeIndices=d),a.push(g)}}return a}function nd(i,t,e,n,o,r,s){let a=(o-n)/e,c=[],l=[],f=[],h=[],u=[],d,p,g,m=pe(i,a-1,e,n),v=Math.sign(s&8?m[1]-r[3]:m[0]-r[2]),_=t&&t[a-1],y=0,x=0;for(let P=0;P<a;P++)d=pe(i,P,e,n,d),p=Math.sign(s&8?d[1]-r[3]:d[0]-r[2]),g=t&&t[n/e+P],p&&v&&v!==p&&(Lr(m,d,s,r,u),rt(c,u)&&f.push(_),rt(l,u)&&h.push(_)),p<=0?(rt(c,d)&&f.push(g),y-=p):f.length&&(f[f.length-1]=id),p>=0?(rt(l,d)&&h.push(g),x+=p):h.length&&(h[h.length-1]=id),Wn(m,d),v=p,_=g;return[y?{pos:c,types:t&&f}:null,x?{pos:l,types:t&&h}:null]}function od(i,t,e,n){let o=Math.floor((i[0]-e[0])/t)*t+e[0],r=Math.floor((i[1]-e[1])/t)*t+e[1];return n[0]=o,n[1]=r,n[2]=o+t,n[3]=r+t,n}function vP(i,t,e){e&8?(i[1]+=t,i[3]+=t):e&4?(i[1]-=t,i[3]-=t):e&2?(i[0]+=t,i[2]+=t):e&1&&(i[0]-=t,i[2]-=t)}function _P(i,t,e,n){let o=1/0,r=-1/0,s=1/0,a=-1/0;for(let c=0;c<e;c+=t){let l=i[c],f=i[c+1];o=l<o?l:o,r=l>r?l:r,s=f<s?f:s,a=f>a?f:a}return n[0][0]=o,n[0][1]=s,n[1][0]=r,n[1][1]=a,n}function Ar(i,t){for(let e=0;e<t.length;e++)i.push(t[e]);return i}var PP=85.051129;function rc(i,t){let{size:e=2,startIndex:n=0,endIndex:o=i.length,normalize:r=!0}=t||{},s=i.slice(n,o);rd(s,e,0,o-n);let a=Yn(s,{size:e,broken:!0,gridResolution:360,gridOffset:[-180,-180]});if(r)for(let c of a)sd(c,e);return a}function sc(i,t=null,e){let{size:n=2,normalize:o=!0,edgeTypes:r=!1}=e||{};t=t||[];let s=[],a=[],c=0,l=0;for(let h=0;h<=t.length;h++){let u=t[h]||i.length,d=l,p=wP(i,n,c,u);for(let g=p;g<u;g++)s[l++]=i[g];for(let g=c;g<p;g++)s[l++]=i[g];rd(s,n,d,l),bP(s,n,d,l,e?.maxLatitude),c=u,a[h]=l}a.pop();let f=$n(s,a,{size:n,gridResolution:360,gridOffset:[-180,-180],edgeTypes:r});if(o)for(let h of f)sd(h.positions,n);return f}function wP(i,t,e,n){let o=-1,r=-1;for(let s=e+1;s<n;s+=t){let a=Math.abs(i[s]);a>o&&(o=a,r=s-1)}return r}function bP(i,t,e,n,o=PP){let r=i[e],s=i[n-t];if(Math.abs(r-s)>180){let a=pe(i,0,t,e);a[0]+=Math.round((s-r)/360)*360,rt(i,a),a[1]=Math.sign(a[1])*o,rt(i,a),a[0]=r,rt(i,a)}}function rd(i,t,e,n){let o=i[0],r;for(let s=e;s<n;s+=t){r=i[s];let a=r-o;(a>180||a<-180)&&(r-=Math.round(a/360)*360),i[s]=o=r}}function sd(i,t){let e,n=i.length/t;for(let r=0;r<n&&(e=i[r*t],(e+180)%360===0);r++);let o=-Math.round(e/360)*360;if(o!==0)for(let r=0;r<n;r++)i[r*t]+=o}function ad(i,t,e,n){let o;if(Array.isArray(i[0])){let r=i.length*t;o=new Array(r);for(let s=0;s<i.length;s++)for(let a=0;a<t;a++)o[s*t+a]=i[s][a]||0}else o=i;return e?Yn(o,{size:t,gridResolution:e}):n?rc(o,{size:t}):o}var EP=1,CP=2,Hn=4,Zn=class extends de{constructor(t){super({...t,attributes:{positions:{size:3,padding:18,initialize:!0,type:t.fp64?Float64Array:Float32Array},segmentTypes:{size:1,type:t.isWebGPU?Float32Array:Uint8ClampedArray}}})}get(t){return this.attributes[t]}getPathSegmentIndices(t){let e=this.attributes.segmentTypes,n=this.vertexStarts[t],o=Math.min(this.vertexStarts[t+1]??this.instanceCount,this.instanceCount),r=[];for(let s=n;s<o-1;s++)(e[s]&Hn)===0&&r.push(s);return r.length&&(e[n]&Hn)!==0&&r.unshift(r.pop()),r}getGeometryFromBuffer(t){return this.normalize||this.opts.isWebGPU?super.getGeometryFromBuffer(t):null}normalizeGeometry(t){return this.normalize?ad(t,this.positionSize,this.opts.resolution,this.opts.wrapLongitude):t}getGeometrySize(t){if(cd(t)){let n=0;for(let o of t)n+=this.getGeometrySize(o);return n}let e=this.getPathLength(t);return e<2?0:this.isClosed(t)?e<3?0:e+2:e}updateGeometryAttributes(t,e){if(e.geometrySize!==0)if(t&&cd(t))for(let n of t){let o=this.getGeometrySize(n);e.geometrySize=o,this.updateGeometryAttributes(n,e),e.vertexStart+=o}else this._updateSegmentTypes(t,e),this._updatePositions(t,e)}_updateSegmentTypes(t,e){let n=this.attributes.segmentTypes,o=t?this.isClosed(t):!1,{vertexStart:r,geometrySize:s}=e;n.fill(0,r,r+s),o?(n[r]=Hn,n[r+s-2]=Hn):(n[r]+=EP,n[r+s-2]+=CP),n[r+s-1]=Hn}_updatePositions(t,e){let{positions:n}=this.attributes;if(!n||!t)return;let{vertexStart:o,geometrySize:r}=e,s=new Array(3);for(let a=o,c=0;c<r;a++,c++)this.getPointOnPath(t,c,s),n[a*3]=s[0],n[a*3+1]=s[1],n[a*3+2]=s[2]}getPathLength(t){return t.length/this.positionSize}getPointOnPath(t,e,n=[]){let{positionSize:o}=this;e*o>=t.length&&(e+=1-t.length/o);let r=e*o;return n[0]=t[r],n[1]=t[r+1],n[2]=o===3&&t[r+2]||0,n}isClosed(t){if(!this.normalize)return!!this.opts.loop;let{positionSize:e}=this,n=t.length-e;return t[0]===t[n]&&t[1]===t[n+1]&&(e===2||t[2]===t[n+2])}};function cd(i){return Array.isArray(i[0])}var MP=`struct PathUniforms {
  widthScale: f32,
  widthMinPixels: f32,
  widthMaxPixels: f32,
  jointType: f32,
  capType: f32,
  miterLimit: f32,
  billboard: f32,
  widthUnits: i32,
};

@group(0) @binding(auto)
var<uniform> path: PathUniforms;
`,ld=`layout(std140) uniform pathUniforms {
  float widthScale;
  float widthMinPixels;
  float widthMaxPixels;
  float jointType;
  float capType;
  float miterLimit;
  bool billboard;
  highp int widthUnits;
} path;
`,fd={name:"path",source:MP,vs:ld,fs:ld,uniformTypes:{widthScale:"f32",widthMinPixels:"f32",widthMaxPixels:"f32",jointType:"f32",capType:"f32",miterLimit:"f32",billboard:"f32",widthUnits:"i32"}};var hd=`const EPSILON: f32 = 0.001;
const ZERO_OFFSET: vec3<f32> = vec3<f32>(0.0, 0.0, 0.0);

struct JoinResult {
  offset: vec3<f32>,
  cornerOffset: vec2<f32>,
  miterLength: f32,
  pathPosition: vec2<f32>,
  pathLength: f32,
  jointType: f32,
};

struct Attributes {
  @location(0) positions: vec2<f32>,
  @location(1) instanceTypes: f32,
  @location(2) instanceLeftPositions: vec3<f32>,
  @location(3) instanceStartPositions: vec3<f32>,
  @location(4) instanceEndPositions: vec3<f32>,
  @location(5) instanceRightPositions: vec3<f32>,
  @location(6) instanceLeftPositions64Low: vec3<f32>,
  @location(7) instanceStartPositions64Low: vec3<f32>,
  @location(8) instanceEndPositions64Low: vec3<f32>,
  @location(9) instanceRightPositions64Low: vec3<f32>,
  @location(10) instanceStrokeWidths: f32,
  @location(11) instanceColors: vec4<f32>,
  @location(12) rowIndexes: u32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vColor: vec4<f32>,
  @location(1) vCornerOffset: vec2<f32>,
  @location(2) vMiterLength: f32,
  @location(3) vPathPosition: vec2<f32>,
  @location(4) vPathLength: f32,
  @location(5) vJointType: f32,
  // Location 6 is reserved for TripsLayer's injected vTime varying.
  @location(7) clipCoordinates: vec2<f32>,
#ifdef DASH_ENABLED
  @location(8) vPathBounds: vec2<f32>,
#endif
};

fn flipIfTrue(flag: bool) -> f32 {
  return select(1.0, -1.0, flag);
}

fn clipLine(position: vec4<f32>, refPosition: vec4<f32>) -> vec4<f32> {
  if (position.w < EPSILON) {
    let r = (EPSILON - refPosition.w) / (position.w - refPosition.w);
    return refPosition + (position - refPosition) * r;
  }
  return position;
}

#ifdef DASH_ENABLED
// Return the visible interval of the original segment before clipLine moves either endpoint.
fn getClippedPathRange(startW: f32, endW: f32) -> vec2<f32> {
  let startClipped = startW < EPSILON;
  let endClipped = endW < EPSILON;
  if (startClipped && endClipped) {
    return vec2<f32>(0.0, 0.0);
  }
  if (startClipped || endClipped) {
    let intersection = clamp((EPSILON - startW) / (endW - startW), 0.0, 1.0);
    if (startClipped) {
      return vec2<f32>(intersection, 1.0);
    }
    return vec2<f32>(0.0, intersection);
  }
  return vec2<f32>(0.0, 1.0);
}
#endif

fn getLineJoinOffset(
  prevPoint: vec3<f32>,
  currPoint: vec3<f32>,
  nextPoint: vec3<f32>,
  width: vec2<f32>,
#ifdef DASH_ENABLED
  sourcePathLength: f32,
  sourcePathRange: vec2<f32>,
#endif
#ifdef ANTIALIASING
  coverageScale: f32,
#endif
  positions: vec2<f32>,
  instanceTypes: f32
) -> JoinResult {
  let isEnd = positions.x > 0.0;
  let sideOfPath = positions.y;
  let isJoint = select(0.0, 1.0, sideOfPath == 0.0);

  var deltaA3 = currPoint - prevPoint;
  var deltaB3 = nextPoint - currPoint;

  let rotationResult = project_needs_rotation(currPoint);
  if (path.billboard == 0.0 && rotationResult.needsRotation) {
    deltaA3 = rotationResult.transform * deltaA3;
    deltaB3 = rotationResult.transform * deltaB3;
  }

  let deltaA = deltaA3.xy / width;
  let deltaB = deltaB3.xy / width;

  let lenA = length(deltaA);
  let lenB = length(deltaB);

  let dirA = select(vec2<f32>(0.0, 0.0), normalize(deltaA), lenA > 0.0);
  let dirB = select(vec2<f32>(0.0, 0.0), normalize(deltaB), lenB > 0.0);

  let perpA = vec2<f32>(-dirA.y, dirA.x);
  let perpB = vec2<f32>(-dirB.y, dirB.x);

  var tangent = dirA + dirB;
  tangent = select(perpA, normalize(tangent), length(tangent) > 0.0);
  let miterVec = vec2<f32>(-tangent.y, tangent.x);
  let dir = select(dirB, dirA, isEnd);
  let perp = select(perpB, perpA, isEnd);
#ifdef DASH_ENABLED
  let segmentLength2D = select(lenB, lenA, isEnd);

  // Extrusion happens in the XY plane, so segmentLength2D is a 2D length and pathPosition.y
  // below measures 2D distance along the segment. For a path that also moves in Z the true
  // arc length is longer by this ratio. Scaling pathLength and pathPosition.y by it makes
  // the coordinate measure real 3D distance while leaving the joint tests unchanged, since
  // they compare the two against each other and both are scaled alike. Billboard mode
  // extrudes in clip space, where the perspective divide has already reduced the segment to
  // its screen projection, so its complete common-space length is supplied by the caller.
  // Mirrors path-layer-vertex.glsl.ts.
  let currDelta3 = select(deltaB3, deltaA3, isEnd);
  let currLength2D = length(currDelta3.xy);
  // Do not clamp a valid denominator to EPSILON: high-zoom Web Mercator deltas are often
  // smaller than that in common space, and changing their scale corrupts even flat paths.
  let safeLength2D = select(1.0, currLength2D, currLength2D > 0.0);
  var arcLengthRatio = 1.0;
  var pathPositionOffset = 0.0;
  var pathLength = segmentLength2D;
  if (path.billboard != 0.0) {
    // clipLine may shorten the visible screen-space segment. Preserve the corresponding interval
    // of the complete common-space arclength instead of compressing the full dash period into the
    // visible span. Keep pathLength complete so justification is stable as the camera clips it.
    let visiblePathLength = sourcePathLength * (sourcePathRange.y - sourcePathRange.x);
    arcLengthRatio = 0.0;
    if (segmentLength2D > 0.0) {
      arcLengthRatio = visiblePathLength / segmentLength2D;
    }
    pathPositionOffset = sourcePathLength * sourcePathRange.x;
    pathLength = sourcePathLength;
  } else if (currLength2D > 0.0) {
    arcLengthRatio = length(currDelta3) / safeLength2D;
    pathLength = segmentLength2D * arcLengthRatio;
  }
#else
  let pathLength = select(lenB, lenA, isEnd);
#endif

  let sinHalfA = abs(dot(miterVec, perp));
  let cosHalfA = abs(dot(dirA, miterVec));
  let turnDirection = flipIfTrue(dirA.x * dirB.y >= dirA.y * dirB.x);
  let cornerPosition = sideOfPath * turnDirection;

  var miterSize = 1.0 / max(sinHalfA, EPSILON);
  miterSize = mix(
    min(miterSize, max(lenA, lenB) / max(cosHalfA, EPSILON)),
    miterSize,
    step(0.0, cornerPosition)
  );

  var offsetVec =
    mix(miterVec * miterSize, perp, step(0.5, cornerPosition)) *
    (sideOfPath + isJoint * turnDirection);

  let isStartCap = lenA == 0.0 || (!isEnd && (instanceTypes == 1.0 || instanceTypes == 3.0));
  let isEndCap = lenB == 0.0 || (isEnd && (instanceTypes == 2.0 || instanceTypes == 3.0));
  let isCap = isStartCap || isEndCap;

  var jointType = path.jointType;
  if (isCap) {
    offsetVec = mix(
      perp * sideOfPath,
      dir * path.capType * 4.0 * flipIfTrue(isStartCap),
      isJoint
    );
    jointType = path.capType;
  }

#ifdef ANTIALIASING
  let coverageOffsetVec = offsetVec * coverageScale;
  var miterLength = dot(coverageOffsetVec, miterVec * turnDirection);
#else
  var miterLength = dot(offsetVec, miterVec * turnDirection);
#endif
  miterLength = select(miterLength, isJoint, isCap);

#ifdef ANTIALIASING
  let offsetFromStartOfPath = coverageOffsetVec + deltaA * select(0.0, 1.0, isEnd);
#else
  let offsetFromStartOfPath = offsetVec + deltaA * select(0.0, 1.0, isEnd);
#endif
  let pathPosition = vec2<f32>(
    dot(offsetFromStartOfPath, perp),
#ifdef DASH_ENABLED
    pathPositionOffset + dot(offsetFromStartOfPath, dir) * arcLengthRatio
#else
    dot(offsetFromStartOfPath, dir)
#endif
  );
  let isValid = step(f32(instanceTypes), 3.5);
#ifdef ANTIALIASING
  var offset = vec3<f32>(coverageOffsetVec * width * isValid, 0.0);
#else
  var offset = vec3<f32>(offsetVec * width * isValid, 0.0);
#endif

  if (path.billboard == 0.0 && rotationResult.needsRotation) {
    offset = rotationResult.transform * offset;
  }

#ifdef ANTIALIASING
  return JoinResult(
    offset, coverageOffsetVec, miterLength, pathPosition, pathLength, jointType
  );
#else
  return JoinResult(offset, offsetVec, miterLength, pathPosition, pathLength, jointType);
#endif
}

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  var varyings: Varyings;

  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);

  let isEnd = attributes.positions.x;

  let prevPosition = mix(attributes.instanceLeftPositions, attributes.instanceStartPositions, isEnd);
  let prevPosition64Low = mix(
    attributes.instanceLeftPositions64Low,
    attributes.instanceStartPositions64Low,
    isEnd
  );
  let currPosition = mix(attributes.instanceStartPositions, attributes.instanceEndPositions, isEnd);
  let currPosition64Low = mix(
    attributes.instanceStartPositions64Low,
    attributes.instanceEndPositions64Low,
    isEnd
  );
  let nextPosition = mix(attributes.instanceEndPositions, attributes.instanceRightPositions, isEnd);
  let nextPosition64Low = mix(
    attributes.instanceEndPositions64Low,
    attributes.instanceRightPositions64Low,
    isEnd
  );

  geometry.worldPosition = currPosition;

  let widthPixels =
    clamp(
      project_unit_size_to_pixel(attributes.instanceStrokeWidths * path.widthScale, path.widthUnits),
      path.widthMinPixels,
      path.widthMaxPixels
    ) / 2.0;

  if (path.billboard != 0.0) {
#ifdef DASH_ENABLED
    let prevProjection = project_position_to_clipspace_and_commonspace(
      prevPosition, prevPosition64Low, ZERO_OFFSET
    );
    let nextProjection = project_position_to_clipspace_and_commonspace(
      nextPosition, nextPosition64Low, ZERO_OFFSET
    );
    let prevPositionCommon = prevProjection.commonPosition.xyz;
    let nextPositionCommon = nextProjection.commonPosition.xyz;
    var prevPositionScreen = prevProjection.clipPosition;
    var nextPositionScreen = nextProjection.clipPosition;
#else
    var prevPositionScreen = project_position_to_clipspace(
      prevPosition, prevPosition64Low, ZERO_OFFSET
    );
    var nextPositionScreen = project_position_to_clipspace(
      nextPosition, nextPosition64Low, ZERO_OFFSET
    );
#endif
    let currProjection = project_position_to_clipspace_and_commonspace(
      currPosition, currPosition64Low, ZERO_OFFSET
    );
    geometry.position = currProjection.commonPosition;
    var currPositionScreen = currProjection.clipPosition;
#ifdef DASH_ENABLED
    let currPositionCommon = currProjection.commonPosition.xyz;
    let sourcePathStartScreen = mix(currPositionScreen, prevPositionScreen, isEnd);
    let sourcePathEndScreen = mix(nextPositionScreen, currPositionScreen, isEnd);
    let billboardPathRange = getClippedPathRange(
      sourcePathStartScreen.w, sourcePathEndScreen.w
    );
#endif

    prevPositionScreen = clipLine(prevPositionScreen, currPositionScreen);
    nextPositionScreen = clipLine(nextPositionScreen, currPositionScreen);
    currPositionScreen = clipLine(currPositionScreen, mix(nextPositionScreen, prevPositionScreen, isEnd));

#ifdef ANTIALIASING
    let coverageScale = select(
      1.0,
      (widthPixels + 0.5 / project.devicePixelRatio) / max(widthPixels, 1e-6),
      widthPixels > 0.0
    );
#endif
#ifdef DASH_ENABLED
    let currentDeltaCommon = select(
      nextPositionCommon - currPositionCommon,
      currPositionCommon - prevPositionCommon,
      isEnd > 0.0
    );
    let billboardPathLength = select(
      0.0,
      length(currentDeltaCommon) * project.scale / (widthPixels * project.focalDistance),
      widthPixels > 0.0
    );
#endif
    let join = getLineJoinOffset(
      prevPositionScreen.xyz / prevPositionScreen.w,
      currPositionScreen.xyz / currPositionScreen.w,
      nextPositionScreen.xyz / nextPositionScreen.w,
      project_pixel_size_to_clipspace(vec2<f32>(widthPixels, widthPixels)),
#ifdef DASH_ENABLED
      billboardPathLength,
      billboardPathRange,
#endif
#ifdef ANTIALIASING
      coverageScale,
#endif
      attributes.positions,
      attributes.instanceTypes
    );
#ifdef DASH_ENABLED
    // Phase and justification use the complete source segment, while cap and joint coverage
    // must still recognize the endpoints moved by clipLine.
    varyings.vPathBounds = billboardPathLength * billboardPathRange;
#endif

    geometry.uv = join.pathPosition;
    varyings.position = vec4<f32>(
      currPositionScreen.xyz + join.offset * currPositionScreen.w,
      currPositionScreen.w
    );
    varyings.vCornerOffset = join.cornerOffset;
    varyings.vMiterLength = join.miterLength;
    varyings.vPathPosition = join.pathPosition;
    varyings.vPathLength = join.pathLength;
    varyings.vJointType = join.jointType;
  } else {
    let prevPositionCommon = project_position_vec3_f64(prevPosition, prevPosition64Low);
    let currPositionCommon = project_position_vec3_f64(currPosition, currPosition64Low);
    let nextPositionCommon = project_position_vec3_f64(nextPosition, nextPosition64Low);

    let width = vec2<f32>(
      project_pixel_size_float(widthPixels),
      project_pixel_size_float(widthPixels)
    );
#ifdef ANTIALIASING
    let coverageScale = select(
      1.0,
      (widthPixels + 0.5 / project.devicePixelRatio) / max(widthPixels, 1e-6),
      widthPixels > 0.0
    );
#endif
    let join = getLineJoinOffset(
      prevPositionCommon,
      currPositionCommon,
      nextPositionCommon,
      width,
#ifdef DASH_ENABLED
      1.0,
      vec2<f32>(0.0, 1.0),
#endif
#ifdef ANTIALIASING
      coverageScale,
#endif
      attributes.positions,
      attributes.instanceTypes
    );
#ifdef DASH_ENABLED
    varyings.vPathBounds = vec2<f32>(0.0, join.pathLength);
#endif

    geometry.position = vec4<f32>(currPositionCommon + join.offset, 1.0);
    geometry.uv = join.pathPosition;
    varyings.position = project_common_position_to_clipspace(geometry.position);
    varyings.vCornerOffset = join.cornerOffset;
    varyings.vMiterLength = join.miterLength;
    varyings.vPathPosition = join.pathPosition;
    varyings.vPathLength = join.pathLength;
    varyings.vJointType = join.jointType;
  }

  varyings.clipCoordinates = geometry.position.xy;
  clip_filterPosition(&varyings.position, geometry.worldPosition.xy);

  varyings.vColor = vec4<f32>(
    attributes.instanceColors.rgb,
    attributes.instanceColors.a * layer.opacity
  );
  return varyings;
}

@fragment
fn fragmentMain(varyings: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = varyings.vPathPosition;

#ifdef ANTIALIASING
  // Coordinates of the outer silhouette, in units of half-width: rounded joints and caps are
  // bounded by the corner offset, everywhere else by the edge of the stroke. Dividing by the
  // screen-space derivative converts the distance to the boundary into device pixels, which stays
  // correct under perspective foreshortening and under extensions that rescale the stroke.
#ifdef DASH_ENABLED
  let isCorner =
    varyings.vPathPosition.y < varyings.vPathBounds.x ||
    varyings.vPathPosition.y > varyings.vPathBounds.y;
#else
  let isCorner = varyings.vPathPosition.y < 0.0 || varyings.vPathPosition.y > varyings.vPathLength;
#endif
  let isRound = varyings.vJointType > 0.5;

  // Distance to the silhouette in device pixels, from the derivative of the coordinate that
  // bounds it. Computed before the discards below: derivatives need uniform control flow and are
  // undefined after a discard in the quad. See dev-docs/RFCs/v9.4/analytic-antialiasing-rfc.md
  let bodyCoord = abs(varyings.vPathPosition.x);
  let cornerCoord = length(varyings.vCornerOffset);
  // Both evaluated so each derivative stays on one field across the corner/body boundary
  let bodyPixels = (1.0 - bodyCoord) / max(fwidth(bodyCoord), 1e-6);
  let cornerPixels = (1.0 - cornerCoord) / max(fwidth(cornerCoord), 1e-6);
#ifdef PATH_STYLE_OFFSET
  // Rounded corners still intersect the stroke-width envelope. Extensions may remap
  // vPathPosition.x independently of vCornerOffset, as PathStyleExtension does for offsets.
  let edgePixels = select(bodyPixels, min(cornerPixels, bodyPixels), isRound && isCorner);
#else
  let edgePixels = select(bodyPixels, cornerPixels, isRound && isCorner);
#endif

  // Fragments outside the coverage ramp must not write depth or picking colors.
  if (edgePixels <= -SMOOTH_EDGE_RADIUS) {
    discard;
  }

  if (isCorner) {
    if (!isRound && varyings.vMiterLength > path.miterLimit + 1.0) {
      discard;
    }
  }

  var color = varyings.vColor;

  // Feather one device pixel across the width only, before premultiplication. edgePixels is a
  // signed device-pixel distance and SMOOTH_EDGE_RADIUS is 0.5, so this ramps across one pixel.
  color.a *= smoothedge(0.0, edgePixels);
#else
#ifdef DASH_ENABLED
  if (
    varyings.vPathPosition.y < varyings.vPathBounds.x ||
    varyings.vPathPosition.y > varyings.vPathBounds.y
  ) {
#else
  if (
    varyings.vPathPosition.y < 0.0 ||
    varyings.vPathPosition.y > varyings.vPathLength
  ) {
#endif
    if (varyings.vJointType > 0.5 && length(varyings.vCornerOffset) > 1.0) {
      discard;
    }
    if (
      varyings.vJointType < 0.5 &&
      varyings.vMiterLength > path.miterLimit + 1.0
    ) {
      discard;
    }
  }
#endif

  // Fragment-layer injections that discard pixels must run after analytic coverage derivatives.
  // See TripsLayer, which rejects fragments outside of the active time window at this anchor.
  // DECKGL_FILTER_COLOR
  clip_filterColor(varyings.clipCoordinates);
#ifdef ANTIALIASING
  return deckgl_premultiplied_alpha(color);
#else
  return deckgl_premultiplied_alpha(varyings.vColor);
#endif
}
`;var ud=`#version 300 es
#define SHADER_NAME path-layer-vertex-shader
in vec2 positions;
in float instanceTypes;
in vec3 instanceStartPositions;
in vec3 instanceEndPositions;
in vec3 instanceLeftPositions;
in vec3 instanceRightPositions;
in vec3 instanceLeftPositions64Low;
in vec3 instanceStartPositions64Low;
in vec3 instanceEndPositions64Low;
in vec3 instanceRightPositions64Low;
in float instanceStrokeWidths;
in vec4 instanceColors;
in float rowIndexes;
uniform float opacity;
out vec4 vColor;
out vec2 vCornerOffset;
out float vMiterLength;
out vec2 vPathPosition;
out float vPathLength;
out float vJointType;
#ifdef DASH_ENABLED
out vec2 vPathBounds;
#endif
const float EPSILON = 0.001;
const vec3 ZERO_OFFSET = vec3(0.0);
float flipIfTrue(bool flag) {
return -(float(flag) * 2. - 1.);
}
vec3 getLineJoinOffset(
vec3 prevPoint, vec3 currPoint, vec3 nextPoint,
vec2 width
#ifdef DASH_ENABLED
, float sourcePathLength, vec2 sourcePathRange
#endif
#ifdef ANTIALIASING
, float coverageScale
#endif
) {
bool isEnd = positions.x > 0.0;
float sideOfPath = positions.y;
float isJoint = float(sideOfPath == 0.0);
vec3 deltaA3 = (currPoint - prevPoint);
vec3 deltaB3 = (nextPoint - currPoint);
mat3 rotationMatrix;
bool needsRotation = !path.billboard && project_needs_rotation(currPoint, rotationMatrix);
if (needsRotation) {
deltaA3 = deltaA3 * rotationMatrix;
deltaB3 = deltaB3 * rotationMatrix;
}
vec2 deltaA = deltaA3.xy / width;
vec2 deltaB = deltaB3.xy / width;
float lenA = length(deltaA);
float lenB = length(deltaB);
vec2 dirA = lenA > 0. ? normalize(deltaA) : vec2(0.0, 0.0);
vec2 dirB = lenB > 0. ? normalize(deltaB) : vec2(0.0, 0.0);
vec2 perpA = vec2(-dirA.y, dirA.x);
vec2 perpB = vec2(-dirB.y, dirB.x);
vec2 tangent = dirA + dirB;
tangent = length(tangent) > 0. ? normalize(tangent) : perpA;
vec2 miterVec = vec2(-tangent.y, tangent.x);
vec2 dir = isEnd ? dirA : dirB;
vec2 perp = isEnd ? perpA : perpB;
float L = isEnd ? lenA : lenB;
#ifdef DASH_ENABLED
vec3 currDelta3 = isEnd ? deltaA3 : deltaB3;
float currLength2D = length(currDelta3.xy);
float arcLengthRatio = 1.0;
float pathPositionOffset = 0.0;
float pathLength = L;
if (path.billboard) {
float visiblePathLength = sourcePathLength * (sourcePathRange.y - sourcePathRange.x);
arcLengthRatio = L > 0.0 ? visiblePathLength / L : 0.0;
pathPositionOffset = sourcePathLength * sourcePathRange.x;
pathLength = sourcePathLength;
} else if (currLength2D > 0.0) {
arcLengthRatio = length(currDelta3) / currLength2D;
pathLength = L * arcLengthRatio;
}
#endif
float sinHalfA = abs(dot(miterVec, perp));
float cosHalfA = abs(dot(dirA, miterVec));
float turnDirection = flipIfTrue(dirA.x * dirB.y >= dirA.y * dirB.x);
float cornerPosition = sideOfPath * turnDirection;
float miterSize = 1.0 / max(sinHalfA, EPSILON);
miterSize = mix(
min(miterSize, max(lenA, lenB) / max(cosHalfA, EPSILON)),
miterSize,
step(0.0, cornerPosition)
);
vec2 offsetVec = mix(miterVec * miterSize, perp, step(0.5, cornerPosition))
* (sideOfPath + isJoint * turnDirection);
bool isStartCap = lenA == 0.0 || (!isEnd && (instanceTypes == 1.0 || instanceTypes == 3.0));
bool isEndCap = lenB == 0.0 || (isEnd && (instanceTypes == 2.0 || instanceTypes == 3.0));
bool isCap = isStartCap || isEndCap;
if (isCap) {
offsetVec = mix(perp * sideOfPath, dir * path.capType * 4.0 * flipIfTrue(isStartCap), isJoint);
vJointType = path.capType;
} else {
vJointType = path.jointType;
}
#ifdef ANTIALIASING
vec2 coverageOffsetVec = offsetVec * coverageScale;
#ifdef DASH_ENABLED
vPathLength = pathLength;
#else
vPathLength = L;
#endif
vCornerOffset = coverageOffsetVec;
vMiterLength = dot(vCornerOffset, miterVec * turnDirection);
vMiterLength = isCap ? isJoint : vMiterLength;
vec2 offsetFromStartOfPath = coverageOffsetVec + deltaA * float(isEnd);
vPathPosition = vec2(
dot(offsetFromStartOfPath, perp),
#ifdef DASH_ENABLED
pathPositionOffset + dot(offsetFromStartOfPath, dir) * arcLengthRatio
#else
dot(offsetFromStartOfPath, dir)
#endif
);
geometry.uv = vPathPosition;
float isValid = step(instanceTypes, 3.5);
vec3 offset = vec3(coverageOffsetVec * width * isValid, 0.0);
#else
#ifdef DASH_ENABLED
vPathLength = pathLength;
#else
vPathLength = L;
#endif
vCornerOffset = offsetVec;
vMiterLength = dot(vCornerOffset, miterVec * turnDirection);
vMiterLength = isCap ? isJoint : vMiterLength;
vec2 offsetFromStartOfPath = vCornerOffset + deltaA * float(isEnd);
vPathPosition = vec2(
dot(offsetFromStartOfPath, perp),
#ifdef DASH_ENABLED
pathPositionOffset + dot(offsetFromStartOfPath, dir) * arcLengthRatio
#else
dot(offsetFromStartOfPath, dir)
#endif
);
geometry.uv = vPathPosition;
float isValid = step(instanceTypes, 3.5);
vec3 offset = vec3(offsetVec * width * isValid, 0.0);
#endif
if (needsRotation) {
offset = rotationMatrix * offset;
}
return offset;
}
void clipLine(inout vec4 position, vec4 refPosition) {
if (position.w < EPSILON) {
float r = (EPSILON - refPosition.w) / (position.w - refPosition.w);
position = refPosition + (position - refPosition) * r;
}
}
#ifdef DASH_ENABLED
vec2 getClippedPathRange(float startW, float endW) {
bool startClipped = startW < EPSILON;
bool endClipped = endW < EPSILON;
if (startClipped && endClipped) {
return vec2(0.0);
}
if (startClipped || endClipped) {
float intersection = clamp((EPSILON - startW) / (endW - startW), 0.0, 1.0);
return startClipped ? vec2(intersection, 1.0) : vec2(0.0, intersection);
}
return vec2(0.0, 1.0);
}
#endif
void main() {
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
vColor = vec4(instanceColors.rgb, instanceColors.a * layer.opacity);
float isEnd = positions.x;
vec3 prevPosition = mix(instanceLeftPositions, instanceStartPositions, isEnd);
vec3 prevPosition64Low = mix(instanceLeftPositions64Low, instanceStartPositions64Low, isEnd);
vec3 currPosition = mix(instanceStartPositions, instanceEndPositions, isEnd);
vec3 currPosition64Low = mix(instanceStartPositions64Low, instanceEndPositions64Low, isEnd);
vec3 nextPosition = mix(instanceEndPositions, instanceRightPositions, isEnd);
vec3 nextPosition64Low = mix(instanceEndPositions64Low, instanceRightPositions64Low, isEnd);
geometry.worldPosition = currPosition;
vec2 widthPixels = vec2(clamp(
project_size_to_pixel(instanceStrokeWidths * path.widthScale, path.widthUnits),
path.widthMinPixels, path.widthMaxPixels) / 2.0);
vec3 width;
if (path.billboard) {
#ifdef DASH_ENABLED
vec4 prevPositionCommon;
vec4 nextPositionCommon;
vec4 prevPositionScreen = project_position_to_clipspace(
prevPosition, prevPosition64Low, ZERO_OFFSET, prevPositionCommon
);
#else
vec4 prevPositionScreen = project_position_to_clipspace(
prevPosition, prevPosition64Low, ZERO_OFFSET
);
#endif
vec4 currPositionScreen = project_position_to_clipspace(currPosition, currPosition64Low, ZERO_OFFSET, geometry.position);
#ifdef DASH_ENABLED
vec4 nextPositionScreen = project_position_to_clipspace(
nextPosition, nextPosition64Low, ZERO_OFFSET, nextPositionCommon
);
#else
vec4 nextPositionScreen = project_position_to_clipspace(
nextPosition, nextPosition64Low, ZERO_OFFSET
);
#endif
#ifdef DASH_ENABLED
vec4 sourcePathStartScreen = mix(currPositionScreen, prevPositionScreen, isEnd);
vec4 sourcePathEndScreen = mix(nextPositionScreen, currPositionScreen, isEnd);
vec2 billboardPathRange = getClippedPathRange(
sourcePathStartScreen.w, sourcePathEndScreen.w
);
#endif
clipLine(prevPositionScreen, currPositionScreen);
clipLine(nextPositionScreen, currPositionScreen);
clipLine(currPositionScreen, mix(nextPositionScreen, prevPositionScreen, isEnd));
width = vec3(widthPixels, 0.0);
DECKGL_FILTER_SIZE(width, geometry);
#ifdef ANTIALIASING
vec2 coveragePadding = vec2(0.5 / project.devicePixelRatio);
float coverageScale = length(width.xy) > 0.0
? length(width.xy + coveragePadding) / length(width.xy)
: 1.0;
#endif
#ifdef DASH_ENABLED
vec3 currentDeltaCommon = isEnd > 0.0
? geometry.position.xyz - prevPositionCommon.xyz
: nextPositionCommon.xyz - geometry.position.xyz;
float billboardPathLength = width.x > 0.0
? length(currentDeltaCommon) * project.scale / (width.x * project.focalDistance)
: 0.0;
#endif
vec3 offset = getLineJoinOffset(
prevPositionScreen.xyz / prevPositionScreen.w,
currPositionScreen.xyz / currPositionScreen.w,
nextPositionScreen.xyz / nextPositionScreen.w,
project_pixel_size_to_clipspace(width.xy)
#ifdef DASH_ENABLED
,
billboardPathLength, billboardPathRange
#endif
#ifdef ANTIALIASING
,
coverageScale
#endif
);
#ifdef DASH_ENABLED
vPathBounds = billboardPathLength * billboardPathRange;
#endif
DECKGL_FILTER_GL_POSITION(currPositionScreen, geometry);
gl_Position = vec4(currPositionScreen.xyz + offset * currPositionScreen.w, currPositionScreen.w);
} else {
prevPosition = project_position(prevPosition, prevPosition64Low);
currPosition = project_position(currPosition, currPosition64Low);
nextPosition = project_position(nextPosition, nextPosition64Low);
width = vec3(project_pixel_size(widthPixels), 0.0);
DECKGL_FILTER_SIZE(width, geometry);
#ifdef ANTIALIASING
vec2 coveragePadding = project_pixel_size(vec2(0.5 / project.devicePixelRatio));
float coverageScale = length(width.xy) > 0.0
? length(width.xy + coveragePadding) / length(width.xy)
: 1.0;
#endif
vec3 offset = getLineJoinOffset(
prevPosition, currPosition, nextPosition, width.xy
#ifdef DASH_ENABLED
, 1.0, vec2(0.0, 1.0)
#endif
#ifdef ANTIALIASING
, coverageScale
#endif
);
#ifdef DASH_ENABLED
vPathBounds = vec2(0.0, vPathLength);
#endif
geometry.position = vec4(currPosition + offset, 1.0);
gl_Position = project_common_position_to_clipspace(geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
}
DECKGL_FILTER_COLOR(vColor, geometry);
}
`;var dd=`#version 300 es
#define SHADER_NAME path-layer-fragment-shader
precision highp float;
in vec4 vColor;
in vec2 vCornerOffset;
in float vMiterLength;
in vec2 vPathPosition;
in float vPathLength;
in float vJointType;
#ifdef DASH_ENABLED
in vec2 vPathBounds;
#endif
out vec4 fragColor;
void main(void) {
geometry.uv = vPathPosition;
#ifdef ANTIALIASING
#ifdef DASH_ENABLED
bool isCorner = vPathPosition.y < vPathBounds.x || vPathPosition.y > vPathBounds.y;
#else
bool isCorner = vPathPosition.y < 0.0 || vPathPosition.y > vPathLength;
#endif
bool isRound = vJointType > 0.5;
float bodyCoord = abs(vPathPosition.x);
float cornerCoord = length(vCornerOffset);
float bodyPixels = (1.0 - bodyCoord) / max(fwidth(bodyCoord), 1e-6);
float cornerPixels = (1.0 - cornerCoord) / max(fwidth(cornerCoord), 1e-6);
#ifdef PATH_STYLE_OFFSET
float edgePixels = isRound && isCorner ? min(cornerPixels, bodyPixels) : bodyPixels;
#else
float edgePixels = isRound && isCorner ? cornerPixels : bodyPixels;
#endif
if (edgePixels <= -SMOOTH_EDGE_RADIUS) {
discard;
}
if (isCorner) {
if (!isRound && vMiterLength > path.miterLimit + 1.0) {
discard;
}
}
fragColor = vColor;
fragColor.a *= smoothedge(0.0, edgePixels);
#else
#ifdef DASH_ENABLED
if (vPathPosition.y < vPathBounds.x || vPathPosition.y > vPathBounds.y) {
#else
if (vPathPosition.y < 0.0 || vPathPosition.y > vPathLength) {
#endif
if (vJointType > 0.5 && length(vCornerOffset) > 1.0) {
discard;
}
if (vJointType < 0.5 && vMiterLength > path.miterLimit + 1.0) {
discard;
}
}
fragColor = vColor;
#endif
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var gd=[0,0,0,255],TP={widthUnits:"meters",widthScale:{type:"number",min:0,value:1},widthMinPixels:{type:"number",min:0,value:0},widthMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},jointRounded:!1,capRounded:!1,miterLimit:{type:"number",min:0,value:4},antialiasing:!1,billboard:!1,_pathType:null,getPath:{type:"accessor",value:i=>i.path},getColor:{type:"accessor",value:gd},getWidth:{type:"accessor",value:1},rounded:{deprecatedFor:["jointRounded","capRounded"]}},ac={enter:(i,t)=>t.length?t.subarray(t.length-i.length):i};function LP(i){if(i.isGeospatial)return null;let{unitsPerMeter:t}=i.distanceScales;return[t[0],t[1],t[2]]}function pd(i,t){return i===t||!!(i&&t&&i.length===t.length&&i.every((e,n)=>e===t[n]))}var qn=class extends lt{getShaders(){let{antialiasing:t}=this.props;return super.getShaders({vs:ud,fs:dd,source:hd,defines:t?{ANTIALIASING:1}:{},modules:[mt,gt,yt,fd,...this.context.device.type==="webgpu"?[hi]:[]]})}get wrapLongitude(){return!1}getBounds(){return this.context.device.type==="webgpu"?null:this.getAttributeManager()?.getBounds(["vertexPositions"])}getPathProjectionScale(t){let e=this.props.coordinateSystem;if(!!!this.getAttributeManager()?.getAttributes().instanceDashOffsets)return null;if(t instanceof Le&&t.zoom>=12&&(e==="default"||e==="lnglat"||e==="cartesian")){let s=$t.getUniforms({viewport:t,coordinateSystem:e,coordinateOrigin:this.props.coordinateOrigin,autoWrapLongitude:this.wrapLongitude});return[t.projectionMode,s.coordinateOrigin[1],s.commonOrigin[1],...s.commonUnitsPerWorldUnit,...s.commonUnitsPerWorldUnit2,s.commonUnitsPerMeter[2]]}let r=LP(t);return r?[t.projectionMode,...r]:[t.projectionMode]}shouldUpdateState(t){let{viewport:e}=this.context;return super.shouldUpdateState(t)||this.state?.tessellationResolution!==e.resolution||!pd(this.state?.pathProjectionScale,this.getPathProjectionScale(e))}initializeState(){let e=this.context.device.type==="webgpu";this.getAttributeManager().addInstanced({...e?{pathPositions:{size:24,type:"float32",transition:!1,accessor:"getPath",update:this.calculateWebGPUPositions,shaderAttributes:{instanceLeftPositions:{size:3,elementOffset:0},instanceStartPositions:{size:3,elementOffset:3},instanceEndPositions:{size:3,elementOffset:6},instanceRightPositions:{size:3,elementOffset:9},instanceLeftPositions64Low:{size:3,elementOffset:12},instanceStartPositions64Low:{size:3,elementOffset:15},instanceEndPositions64Low:{size:3,elementOffset:18},instanceRightPositions64Low:{size:3,elementOffset:21}},noAlloc:!0}}:{vertexPositions:{size:3,vertexOffset:1,type:"float64",fp64:this.use64bitPositions(),transition:ac,accessor:"getPath",update:this.calculatePositions,noAlloc:!0,shaderAttributes:{instanceLeftPositions:{vertexOffset:0},instanceStartPositions:{vertexOffset:1},instanceEndPositions:{vertexOffset:2},instanceRightPositions:{vertexOffset:3}}}},instanceTypes:{size:1,type:e?"float32":"uint8",update:this.calculateSegmentTypes,noAlloc:!0},instanceStrokeWidths:{size:1,accessor:"getWidth",transition:e?!1:ac,defaultValue:1,bufferGroup:"path-instance-data"},instanceColors:{size:this.props.colorFormat.length,type:"unorm8",accessor:"getColor",transition:e?!1:ac,defaultValue:gd,bufferGroup:"path-instance-data"},rowIndexes:{size:1,type:"uint32",accessor:(o,{index:r})=>o&&o.__source?o.__source.index:r,bufferGroup:"path-instance-data"}}),this.setState({pathTesselator:new Zn({fp64:this.use64bitPositions(),isWebGPU:e}),tessellationResolution:this.context.viewport.resolution,pathProjectionScale:this.getPathProjectionScale(this.context.viewport)})}updateState(t){super.updateState(t);let{props:e,oldProps:n,changeFlags:o}=t,r=this.getAttributeManager(),{viewport:s}=this.context,a=this.state.tessellationResolution!==s.resolution,c=this.getPathProjectionScale(s),l=!pd(this.state.pathProjectionScale,c),h=o.updateTriggersChanged&&(o.updateTriggersChanged.all||o.updateTriggersChanged.getPath)||e._pathType!==n._pathType||e.positionFormat!==n.positionFormat||e.wrapLongitude!==n.wrapLongitude||a;if(o.dataChanged||h){let{pathTesselator:d}=this.state,p=e.data.attributes||{};d.updateGeometry({data:e.data,geometryBuffer:p.getPath,buffers:p,normalize:!e._pathType,loop:e._pathType==="loop",getGeometry:e.getPath,positionFormat:e.positionFormat,wrapLongitude:e.wrapLongitude,resolution:s.resolution,dataChanged:h?void 0:o.dataChanged}),this.setState({numInstances:d.instanceCount,startIndices:d.vertexStarts,tessellationResolution:s.resolution,pathProjectionScale:c}),!o.dataChanged||h?r.invalidateAll():l&&r.invalidate("instanceDashOffsets")}else l&&(this.setState({pathProjectionScale:c}),r.invalidate("instanceDashOffsets"));(o.extensionsChanged||e.antialiasing!==n.antialiasing)&&(this.state.model?.destroy(),this.state.model=this._getModel(),r.invalidateAll())}getPickingInfo(t){let e=super.getPickingInfo(t),{index:n}=e,o=this.props.data;return o[0]&&o[0].__source&&(e.object=o.find(r=>r.__source.index===n)),e}disablePickingIndex(t){let e=this.props.data;if(e[0]&&e[0].__source)for(let n=0;n<e.length;n++)e[n].__source.index===t&&this._disablePickingIndex(n);else super.disablePickingIndex(t)}draw({uniforms:t}){let{jointRounded:e,capRounded:n,billboard:o,miterLimit:r,widthUnits:s,widthScale:a,widthMinPixels:c,widthMaxPixels:l}=this.props,f=this.state.model,h={jointType:Number(e),capType:Number(n),billboard:o,widthUnits:Q[s],widthScale:a,miterLimit:r,widthMinPixels:c,widthMaxPixels:l};f.shaderInputs.setProps({path:h}),f.draw(this.context.renderPass)}_getModel(){let t=[0,1,2,1,4,2,1,3,4,3,5,4],e=[0,0,0,-1,0,1,1,-1,1,1,1,0];return new ft(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new bt({topology:"triangle-list",attributes:{indices:new Uint16Array(t),positions:{value:new Float32Array(e),size:2}}}),isInstanced:!0})}calculatePositions(t){let{pathTesselator:e}=this.state;t.startIndices=e.vertexStarts,t.value=e.get("positions")}calculateSegmentTypes(t){let{pathTesselator:e}=this.state;t.startIndices=e.vertexStarts,t.value=e.get("segmentTypes")}calculateWebGPUPositions(t){let{pathTesselator:e}=this.state,n=e.get("positions");if(!n){t.value=null;return}let o=e.instanceCount,r=new Float32Array(o*24),s=[-1,0,1,2];for(let a=0;a<o;a++){let c=a*24;for(let l=0;l<4;l++){let f=a+s[l],h=c+l*3;for(let u=0;u<3;u++){let d=f>=0&&f<o?n[f*3+u]:0,p=Math.fround(d);r[h+u]=p,r[h+u+12]=d-p}}}t.startIndices=e.vertexStarts,t.value=r}};qn.defaultProps=TP;qn.layerName="PathLayer";var di=qn;var Ed=Hd(_d(),1);var zr=Mr.CLOCKWISE,Pd=Mr.COUNTER_CLOCKWISE,ge={isClosed:!0};function YP(i){if(i=i&&i.positions||i,!Array.isArray(i)&&!ArrayBuffer.isView(i))throw new Error("invalid polygon")}function gi(i){return"positions"in i?i.positions:i}function Qn(i){return"holeIndices"in i?i.holeIndices:null}function $P(i){return Array.isArray(i[0])}function HP(i){return i.length>=1&&i[0].length>=2&&Number.isFinite(i[0][0])}function ZP(i){let t=i[0],e=i[i.length-1];return t[0]===e[0]&&t[1]===e[1]&&t[2]===e[2]}function qP(i,t,e,n){for(let o=0;o<t;o++)if(i[e+o]!==i[n-t+o])return!1;return!0}function wd(i,t,e,n,o){let r=t,s=e.length;for(let a=0;a<s;a++)for(let c=0;c<n;c++)i[r++]=e[a][c]||0;if(!ZP(e))for(let a=0;a<n;a++)i[r++]=e[0][a]||0;return ge.start=t,ge.end=r,ge.size=n,Vn(i,o,ge),r}function bd(i,t,e,n,o=0,r,s){r=r||e.length;let a=r-o;if(a<=0)return t;let c=t;for(let l=0;l<a;l++)i[c++]=e[o+l];if(!qP(e,n,o,r))for(let l=0;l<n;l++)i[c++]=e[o+l];return ge.start=t,ge.end=c,ge.size=n,Vn(i,s,ge),c}function Cd(i,t){YP(i);let e=[],n=[];if("positions"in i){let{positions:o,holeIndices:r}=i;if(r){let s=0;for(let a=0;a<=r.length;a++)s=bd(e,s,o,t,r[a-1],r[a],a===0?zr:Pd),n.push(s);return n.pop(),{positions:e,holeIndices:n}}i=o}if(!$P(i))return bd(e,0,i,t,0,e.length,zr),e;if(!HP(i)){let o=0;for(let[r,s]of i.entries())o=wd(e,o,s,t,r===0?zr:Pd),n.push(o);return n.pop(),{positions:e,holeIndices:n}}return wd(e,0,i,t,zr),e}function uc(i,t,e){let n=i.length/3,o=0;for(let r=0;r<n;r++){let s=(r+1)%n;o+=i[r*3+t]*i[s*3+e],o-=i[s*3+t]*i[r*3+e]}return Math.abs(o/2)}function Sd(i,t,e,n){let o=i.length/3;for(let r=0;r<o;r++){let s=r*3,a=i[s+0],c=i[s+1],l=i[s+2];i[s+t]=a,i[s+e]=c,i[s+n]=l}}function Md(i,t,e,n){let o=Qn(i);o&&(o=o.map(a=>a/t));let r=gi(i),s=n&&t===3;if(e){let a=r.length;r=r.slice();let c=[];for(let l=0;l<a;l+=t){c[0]=r[l],c[1]=r[l+1],s&&(c[2]=r[l+2]);let f=e(c);r[l]=f[0],r[l+1]=f[1],s&&(r[l+2]=f[2])}}if(s){let a=uc(r,0,1),c=uc(r,0,2),l=uc(r,1,2);if(!a&&!c&&!l)return[];a>c&&a>l||(c>l?(e||(r=r.slice()),Sd(r,0,2,1)):(e||(r=r.slice()),Sd(r,2,0,1)))}return(0,Ed.default)(r,o,t)}var to=class extends de{constructor(t){let{fp64:e,IndexType:n=Uint32Array}=t;super({...t,attributes:{positions:{size:3,type:e?Float64Array:Float32Array},vertexValid:{type:Uint16Array,size:1},indices:{type:n,size:1}}})}get(t){let{attributes:e}=this;return t==="indices"?e.indices&&e.indices.subarray(0,this.vertexCount):e[t]}updateGeometry(t){super.updateGeometry(t);let e=this.buffers.indices;if(e)this.vertexCount=(e.value||e).length;else if(this.data&&!this.getGeometry)throw new Error("missing indices buffer")}normalizeGeometry(t){if(this.normalize){let e=Cd(t,this.positionSize);return this.opts.resolution?$n(gi(e),Qn(e),{size:this.positionSize,gridResolution:this.opts.resolution,edgeTypes:!0}):this.opts.wrapLongitude?sc(gi(e),Qn(e),{size:this.positionSize,maxLatitude:86,edgeTypes:!0}):e}return t}getGeometrySize(t){if(Td(t)){let e=0;for(let n of t)e+=this.getGeometrySize(n);return e}return gi(t).length/this.positionSize}getGeometryFromBuffer(t){return this.normalize||!this.buffers.indices?super.getGeometryFromBuffer(t):null}updateGeometryAttributes(t,e){if(t&&Td(t))for(let n of t){let o=this.getGeometrySize(n);e.geometrySize=o,this.updateGeometryAttributes(n,e),e.vertexStart+=o,e.indexStart=this.indexStarts[e.geometryIndex+1]}else{let n=t;this._updateIndices(n,e),this._updatePositions(n,e),this._updateVertexValid(n,e)}}_updateIndices(t,{geometryIndex:e,vertexStart:n,indexStart:o}){let{attributes:r,indexStarts:s,typedArrayManager:a}=this,c=r.indices;if(!c||!t)return;let l=o,f=Md(t,this.positionSize,this.opts.preproject,this.opts.full3d);c=a.allocate(c,o+f.length,{copy:!0});for(let h=0;h<f.length;h++)c[l++]=f[h]+n;s[e+1]=o+f.length,r.indices=c}_updatePositions(t,{vertexStart:e,geometrySize:n}){let{attributes:{positions:o},positionSize:r}=this;if(!o||!t)return;let s=gi(t);for(let a=e,c=0;c<n;a++,c++){let l=s[c*r],f=s[c*r+1],h=r>2?s[c*r+2]:0;o[a*3]=l,o[a*3+1]=f,o[a*3+2]=h}}_updateVertexValid(t,{vertexStart:e,geometrySize:n}){let{positionSize:o}=this,r=this.attributes.vertexValid,s=t&&Qn(t);if(t&&t.edgeTypes?r.set(t.edgeTypes,e):r.fill(1,e,e+n),s)for(let a=0;a<s.length;a++)r[e+s[a]/o-1]=0;r[e+n-1]=0}};function Td(i){return Array.isArray(i)&&i.length>0&&!Number.isFinite(i[0])}var KP=`struct SolidPolygonUniforms {
  extruded: f32,
  isWireframe: f32,
  elevationScale: f32,
};

@group(0) @binding(auto) var<uniform> solidPolygon: SolidPolygonUniforms;
`,Ld=`layout(std140) uniform solidPolygonUniforms {
  bool extruded;
  bool isWireframe;
  float elevationScale;
} solidPolygon;
`,Ad={name:"solidPolygon",source:KP,vs:Ld,fs:Ld,uniformTypes:{extruded:"f32",isWireframe:"f32",elevationScale:"f32"}};var Dr=`in vec4 fillColors;
in vec4 lineColors;
in float rowIndexes;
out vec4 vColor;
struct PolygonProps {
vec3 positions;
vec3 positions64Low;
vec3 normal;
float elevations;
};
vec3 project_offset_normal(vec3 vector) {
if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT_OFFSETS) {
return normalize(vector * project.commonUnitsPerWorldUnit);
}
return project_normal(vector);
}
void calculatePosition(PolygonProps props) {
vec3 pos = props.positions;
vec3 pos64Low = props.positions64Low;
vec3 normal = props.normal;
vec4 colors = solidPolygon.isWireframe ? lineColors : fillColors;
geometry.worldPosition = props.positions;
geometry.pickingColor = picking_getPickingColorFromIndex(rowIndexes);
if (solidPolygon.extruded) {
pos.z += props.elevations * solidPolygon.elevationScale;
}
gl_Position = project_position_to_clipspace(pos, pos64Low, vec3(0.), geometry.position);
DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
if (solidPolygon.extruded) {
#ifdef IS_SIDE_VERTEX
normal = project_offset_normal(normal);
#else
normal = project_normal(normal);
#endif
geometry.normal = normal;
vec3 lightColor = lighting_getLightColor(colors.rgb, project.cameraPosition, geometry.position.xyz, geometry.normal);
vColor = vec4(lightColor, colors.a * layer.opacity);
} else {
vColor = vec4(colors.rgb, colors.a * layer.opacity);
}
DECKGL_FILTER_COLOR(vColor, geometry);
}
`;var Id=`#version 300 es
#define SHADER_NAME solid-polygon-layer-vertex-shader
in vec3 vertexPositions;
in vec3 vertexPositions64Low;
in float elevations;
${Dr}
void main(void) {
PolygonProps props;
props.positions = vertexPositions;
props.positions64Low = vertexPositions64Low;
props.elevations = elevations;
props.normal = vec3(0.0, 0.0, 1.0);
calculatePosition(props);
}
`;var Od=`#version 300 es
#define SHADER_NAME solid-polygon-layer-vertex-shader-side
#define IS_SIDE_VERTEX
in vec2 positions;
in vec3 vertexPositions;
in vec3 nextVertexPositions;
in vec3 vertexPositions64Low;
in vec3 nextVertexPositions64Low;
in float elevations;
in float instanceVertexValid;
${Dr}
void main(void) {
if(instanceVertexValid < 0.5){
gl_Position = vec4(0.);
return;
}
PolygonProps props;
vec3 pos;
vec3 pos64Low;
vec3 nextPos;
vec3 nextPos64Low;
#if RING_WINDING_ORDER_CW == 1
pos = vertexPositions;
pos64Low = vertexPositions64Low;
nextPos = nextVertexPositions;
nextPos64Low = nextVertexPositions64Low;
#else
pos = nextVertexPositions;
pos64Low = nextVertexPositions64Low;
nextPos = vertexPositions;
nextPos64Low = vertexPositions64Low;
#endif
props.positions = mix(pos, nextPos, positions.x);
props.positions64Low = mix(pos64Low, nextPos64Low, positions.x);
props.normal = vec3(
pos.y - nextPos.y + (pos64Low.y - nextPos64Low.y),
nextPos.x - pos.x + (nextPos64Low.x - pos64Low.x),
0.0);
props.elevations = elevations * positions.y;
calculatePosition(props);
}
`;var Rd=`#version 300 es
#define SHADER_NAME solid-polygon-layer-fragment-shader
precision highp float;
in vec4 vColor;
out vec4 fragColor;
void main(void) {
fragColor = vColor;
geometry.uv = vec2(0.);
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;function kd(){return`fn project_offset_normal(vector: vec3<f32>) -> vec3<f32> {
  if (project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT ||
      project.coordinateSystem == COORDINATE_SYSTEM_LNGLAT_OFFSETS) {
    return normalize(vector * project.commonUnitsPerWorldUnit);
  }
  return project_normal(vector);
}

fn apply_polygon_color(
  colors: vec4<f32>,
  normal: vec3<f32>,
  position: vec4<f32>
) -> vec4<f32> {
  if (solidPolygon.extruded > 0.5) {
    let lightColor = lighting_getLightColor2(
      colors.rgb,
      project.cameraPosition,
      position.xyz,
      normal
    );
    return vec4<f32>(lightColor, colors.a * layer.opacity);
  }
  return vec4<f32>(colors.rgb, colors.a * layer.opacity);
}
`}function zd(){return`@fragment
fn fragmentMain(inp: Varyings) -> @location(0) vec4<f32> {
  geometry.uv = vec2<f32>(0.0, 0.0);

  clip_filterColor(inp.clipCoordinates);

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(inp.pickingColor)) {
      discard;
    }
    return vec4<f32>(inp.pickingColor, 1.0);
  }

  var fragColor = inp.vColor;

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(inp.pickingColor - highlightedObjectColor))) {
      let highLightAlpha = picking.highlightColor.a;
      let blendedAlpha = highLightAlpha + fragColor.a * (1.0 - highLightAlpha);
      if (blendedAlpha > 0.0) {
        let highLightRatio = highLightAlpha / blendedAlpha;
        fragColor = vec4<f32>(
          mix(fragColor.rgb, picking.highlightColor.rgb, highLightRatio),
          blendedAlpha
        );
      } else {
        fragColor = vec4<f32>(fragColor.rgb, 0.0);
      }
    }
  }

  return deckgl_premultiplied_alpha(fragColor);
}
`}function JP(){return`${kd()}

struct Attributes {
  @location(0) vertexPositions: vec3<f32>,
  @location(1) vertexPositions64Low: vec3<f32>,
  @location(2) elevations: f32,
  @location(3) fillColors: vec4<f32>,
  @location(4) lineColors: vec4<f32>,
  @location(5) rowIndexes: u32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vColor: vec4<f32>,
  @location(1) pickingColor: vec3<f32>,
  @location(2) clipCoordinates: vec2<f32>,
};

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  var outp: Varyings;

  var pos = attributes.vertexPositions;
  if (solidPolygon.extruded > 0.5) {
    pos.z += attributes.elevations * solidPolygon.elevationScale;
  }

  geometry.worldPosition = attributes.vertexPositions;
  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);

  let projectedPosition = project_position_to_clipspace_and_commonspace(
    pos,
    attributes.vertexPositions64Low,
    vec3<f32>(0.0)
  );
  geometry.position = projectedPosition.commonPosition;
  outp.position = projectedPosition.clipPosition;

  let normal = project_normal(vec3<f32>(0.0, 0.0, 1.0));
  geometry.normal = normal;

  let colors = select(
    attributes.fillColors,
    attributes.lineColors,
    solidPolygon.isWireframe > 0.5
  );
  outp.vColor = apply_polygon_color(colors, normal, geometry.position);
  outp.pickingColor = geometry.pickingColor;

  outp.clipCoordinates = geometry.position.xy;
  clip_filterPosition(&outp.position, geometry.worldPosition.xy);

  return outp;
}

${zd()}
`}function QP(i){return`const RING_WINDING_ORDER_CW: bool = ${i?"true":"false"};

${kd()}

struct Attributes {
  @location(0) positions: vec2<f32>,
  @location(1) vertexPositions: vec3<f32>,
  @location(2) vertexPositions64Low: vec3<f32>,
  @location(3) nextVertexPositions: vec3<f32>,
  @location(4) nextVertexPositions64Low: vec3<f32>,
  @location(5) vertexValid: f32,
  @location(6) elevations: f32,
  @location(7) fillColors: vec4<f32>,
  @location(8) lineColors: vec4<f32>,
  @location(9) rowIndexes: u32,
};

struct Varyings {
  @builtin(position) position: vec4<f32>,
  @location(0) vColor: vec4<f32>,
  @location(1) pickingColor: vec3<f32>,
  @location(2) clipCoordinates: vec2<f32>,
};

@vertex
fn vertexMain(attributes: Attributes) -> Varyings {
  var outp: Varyings;
  outp.position = vec4<f32>(0.0);
  outp.vColor = vec4<f32>(0.0);
  outp.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);
  outp.clipCoordinates = vec2<f32>(0.0);

  if (attributes.vertexValid < 0.5) {
    return outp;
  }

  let pos = select(attributes.nextVertexPositions, attributes.vertexPositions, RING_WINDING_ORDER_CW);
  let pos64Low = select(
    attributes.nextVertexPositions64Low,
    attributes.vertexPositions64Low,
    RING_WINDING_ORDER_CW
  );
  let nextPos = select(attributes.vertexPositions, attributes.nextVertexPositions, RING_WINDING_ORDER_CW);
  let nextPos64Low = select(
    attributes.vertexPositions64Low,
    attributes.nextVertexPositions64Low,
    RING_WINDING_ORDER_CW
  );

  let position = mix(pos, nextPos, attributes.positions.x);
  let position64Low = mix(pos64Low, nextPos64Low, attributes.positions.x);

  var worldPosition = position;
  if (solidPolygon.extruded > 0.5) {
    worldPosition.z += attributes.elevations * attributes.positions.y * solidPolygon.elevationScale;
  }

  geometry.worldPosition = position;
  geometry.pickingColor = picking_getPickingColorFromIndex(attributes.rowIndexes);

  let projectedPosition = project_position_to_clipspace_and_commonspace(
    worldPosition,
    position64Low,
    vec3<f32>(0.0)
  );
  geometry.position = projectedPosition.commonPosition;
  outp.position = projectedPosition.clipPosition;

  let normal = project_offset_normal(vec3<f32>(
    pos.y - nextPos.y + (pos64Low.y - nextPos64Low.y),
    nextPos.x - pos.x + (nextPos64Low.x - pos64Low.x),
    0.0
  ));
  geometry.normal = normal;

  let colors = select(
    attributes.fillColors,
    attributes.lineColors,
    solidPolygon.isWireframe > 0.5
  );
  outp.vColor = apply_polygon_color(colors, normal, geometry.position);
  outp.pickingColor = geometry.pickingColor;

  outp.clipCoordinates = geometry.position.xy;
  clip_filterPosition(&outp.position, geometry.worldPosition.xy);

  return outp;
}

${zd()}
`}function Dd(i,t){return i==="top"?JP():QP(t)}var Nr=[0,0,0,255],tw={filled:!0,extruded:!1,wireframe:!1,_normalize:!0,_windingOrder:"CW",_full3d:!1,elevationScale:{type:"number",min:0,value:1},getPolygon:{type:"accessor",value:i=>i.polygon},getElevation:{type:"accessor",value:1e3},getFillColor:{type:"accessor",value:Nr},getLineColor:{type:"accessor",value:Nr},material:!0},Br={enter:(i,t)=>t.length?t.subarray(t.length-i.length):i},eo=class extends lt{getShaders(t){let e=!this.props._normalize&&this.props._windingOrder==="CCW"?0:1;return super.getShaders({vs:t==="top"?Id:Od,fs:Rd,source:Dd(t,!!e),defines:{RING_WINDING_ORDER_CW:e},modules:[mt,gt,lo,yt,Ad,...this.context.device.type==="webgpu"?[hi]:[]]})}get wrapLongitude(){return!1}getBounds(){return this.getAttributeManager()?.getBounds(["vertexPositions"])}initializeState(){let{viewport:t}=this.context,{coordinateSystem:e}=this.props,{_full3d:n}=this.props;t.isGeospatial&&e==="default"&&(e="lnglat");let o;e==="lnglat"&&(n?o=t.projectPosition.bind(t):o=t.projectFlat.bind(t)),this.setState({numInstances:0,polygonTesselator:new to({preproject:o,fp64:this.use64bitPositions(),IndexType:Uint32Array})});let r=this.getAttributeManager(),s=!0,a=this.context.device.type==="webgpu";r.add({indices:{size:1,isIndexed:!0,update:this.calculateIndices,noAlloc:s},vertexPositions:{size:3,type:"float64",stepMode:"dynamic",fp64:this.use64bitPositions(),transition:Br,accessor:"getPolygon",update:this.calculatePositions,noAlloc:s,...a?{}:{shaderAttributes:{nextVertexPositions:{vertexOffset:1}}}},...a?{nextVertexPositions:{size:3,type:"float64",stepMode:"dynamic",fp64:this.use64bitPositions(),transition:!1,update:this.calculateNextPositions,noAlloc:s}}:{},[a?"vertexValid":"instanceVertexValid"]:{size:1,type:a?"float32":"uint16",stepMode:"instance",update:this.calculateVertexValid,noAlloc:s},elevations:{size:1,stepMode:"dynamic",transition:Br,accessor:"getElevation",bufferGroup:"solid-polygon-instance-data"},fillColors:{size:this.props.colorFormat.length,type:"unorm8",stepMode:"dynamic",transition:Br,accessor:"getFillColor",defaultValue:Nr,bufferGroup:"solid-polygon-instance-data"},lineColors:{size:this.props.colorFormat.length,type:"unorm8",stepMode:"dynamic",transition:Br,accessor:"getLineColor",defaultValue:Nr,bufferGroup:"solid-polygon-instance-data"},rowIndexes:{size:1,type:"uint32",stepMode:"dynamic",accessor:(c,{index:l})=>c&&c.__source?c.__source.index:l,bufferGroup:"solid-polygon-instance-data"}})}getPickingInfo(t){let e=super.getPickingInfo(t),{index:n}=e,o=this.props.data;return o[0]&&o[0].__source&&(e.object=o.find(r=>r.__source.index===n)),e}disablePickingIndex(t){let e=this.props.data;if(e[0]&&e[0].__source)for(let n=0;n<e.length;n++)e[n].__source.index===t&&this._disablePickingIndex(n);else super.disablePickingIndex(t)}draw({uniforms:t}){let{extruded:e,filled:n,wireframe:o,elevationScale:r}=this.props,{topModel:s,sideModel:a,wireframeModel:c,polygonTesselator:l}=this.state,f={extruded:!!e,elevationScale:r,isWireframe:!1};c&&o&&(c.setInstanceCount(l.instanceCount-1),c.shaderInputs.setProps({solidPolygon:{...f,isWireframe:!0}}),c.draw(this.context.renderPass)),a&&n&&(a.setInstanceCount(l.instanceCount-1),a.shaderInputs.setProps({solidPolygon:f}),a.draw(this.context.renderPass)),s&&n&&(s.setVertexCount(l.vertexCount),s.shaderInputs.setProps({solidPolygon:f}),s.draw(this.context.renderPass))}updateState(t){super.updateState(t),this.updateGeometry(t);let{props:e,oldProps:n,changeFlags:o}=t,r=this.getAttributeManager();(o.extensionsChanged||e.filled!==n.filled||e.extruded!==n.extruded)&&(this.state.models?.forEach(a=>a.destroy()),this.setState(this._getModels()),r.invalidateAll())}updateGeometry({props:t,oldProps:e,changeFlags:n}){if(n.dataChanged||n.updateTriggersChanged&&(n.updateTriggersChanged.all||n.updateTriggersChanged.getPolygon)){let{polygonTesselator:r}=this.state,s=t.data.attributes||{};r.updateGeometry({data:t.data,normalize:t._normalize,geometryBuffer:s.getPolygon,buffers:this.context.device.type==="webgpu"?{...s}:s,getGeometry:t.getPolygon,positionFormat:t.positionFormat,wrapLongitude:t.wrapLongitude,resolution:this.context.viewport.resolution,fp64:this.use64bitPositions(),dataChanged:n.dataChanged,full3d:t._full3d}),this.setState({numInstances:r.instanceCount,startIndices:r.vertexStarts}),n.dataChanged||this.getAttributeManager().invalidateAll()}}_getModels(){let{id:t,filled:e,extruded:n}=this.props,o,r,s;if(e){let a=this.getShaders("top");a.defines={...a.defines,NON_INSTANCED_MODEL:1};let c=this.getAttributeManager().getBufferLayouts({isInstanced:!1});this.context.device.type==="webgpu"&&(c=c.filter(l=>l.name!=="indices"&&l.name!=="vertexValid"&&l.name!=="instanceVertexValid"&&l.name!=="nextVertexPositions")),o=new ft(this.context.device,{...a,id:`${t}-top`,topology:"triangle-list",bufferLayout:c,isIndexed:!0,userData:{excludeAttributes:{vertexValid:!0,instanceVertexValid:!0,nextVertexPositions:!0}}})}if(n){let a=this.getAttributeManager().getBufferLayouts({isInstanced:!0});this.context.device.type==="webgpu"&&(a=a.filter(c=>c.name!=="indices")),r=new ft(this.context.device,{...this.getShaders("side"),id:`${t}-side`,bufferLayout:a,geometry:new bt({topology:"triangle-strip",attributes:{positions:{size:2,value:new Float32Array([1,0,0,0,1,1,0,1])}}}),isInstanced:!0,userData:{excludeAttributes:{indices:!0}}}),s=new ft(this.context.device,{...this.getShaders("side"),id:`${t}-wireframe`,bufferLayout:a,geometry:new bt({topology:"line-strip",attributes:{positions:{size:2,value:new Float32Array([1,0,0,0,0,1,1,1])}}}),isInstanced:!0,userData:{excludeAttributes:{indices:!0}}})}return{models:[r,s,o].filter(Boolean),topModel:o,sideModel:r,wireframeModel:s}}calculateIndices(t){let{polygonTesselator:e}=this.state;t.startIndices=e.indexStarts,t.value=e.get("indices")}calculatePositions(t){let{polygonTesselator:e}=this.state;t.startIndices=e.vertexStarts;let n=this.props.data.attributes?.getPolygon;if(this.context.device.type==="webgpu"&&ArrayBuffer.isView(n?.value)){let{value:o,size:r=3,offset:s=0,stride:a}=n,c=s/o.BYTES_PER_ELEMENT,l=a?a/o.BYTES_PER_ELEMENT:r,f=new Float64Array(e.instanceCount*3);for(let h=0;h<e.instanceCount;h++){let u=c+h*l,d=h*3;f[d]=o[u],f[d+1]=o[u+1],f[d+2]=r>2?o[u+2]:0}t.value=f;return}t.value=e.get("positions")}calculateVertexValid(t){let e=this.props.data.attributes?.instanceVertexValid?.value,n=this.context.device.type==="webgpu"&&e?e:this.state.polygonTesselator.get("vertexValid");t.value=this.context.device.type==="webgpu"&&n?Float32Array.from(n):n}calculateNextPositions(t){let{polygonTesselator:e}=this.state,n=this.getAttributeManager().getAttributes(),o=n.vertexPositions.value,r=this.props.data.attributes?.instanceVertexValid?.value||n.vertexValid?.value||e.get("vertexValid");if(t.startIndices=e.vertexStarts,!o){t.value=o;return}let s=o.length/3,a=new o.constructor(o.length);for(let c=0;c<s;c++){let l=c*3,f=r?.[c]&&c+1<s?l+3:l;for(let h=0;h<3;h++)a[l+h]=o[f+h]}t.value=a}};eo.defaultProps=tw;eo.layerName="SolidPolygonLayer";var io=eo;var no={circle:{type:Cu,props:{filled:"filled",stroked:"stroked",lineWidthMaxPixels:"lineWidthMaxPixels",lineWidthMinPixels:"lineWidthMinPixels",lineWidthScale:"lineWidthScale",lineWidthUnits:"lineWidthUnits",pointRadiusMaxPixels:"radiusMaxPixels",pointRadiusMinPixels:"radiusMinPixels",pointRadiusScale:"radiusScale",pointRadiusUnits:"radiusUnits",pointAntialiasing:"antialiasing",pointBillboard:"billboard",getFillColor:"getFillColor",getLineColor:"getLineColor",getLineWidth:"getLineWidth",getPointRadius:"getRadius"}},icon:{type:Sr,props:{iconAtlas:"iconAtlas",iconMapping:"iconMapping",iconSizeMaxPixels:"sizeMaxPixels",iconSizeMinPixels:"sizeMinPixels",iconSizeScale:"sizeScale",iconSizeUnits:"sizeUnits",iconAlphaCutoff:"alphaCutoff",iconBillboard:"billboard",getIcon:"getIcon",getIconAngle:"getAngle",getIconColor:"getColor",getIconPixelOffset:"getPixelOffset",getIconSize:"getSize"}},text:{type:td,props:{textSizeMaxPixels:"sizeMaxPixels",textSizeMinPixels:"sizeMinPixels",textSizeScale:"sizeScale",textSizeUnits:"sizeUnits",textBackground:"background",textBackgroundPadding:"backgroundPadding",textFontFamily:"fontFamily",textFontWeight:"fontWeight",textLineHeight:"lineHeight",textMaxWidth:"maxWidth",textOutlineColor:"outlineColor",textOutlineWidth:"outlineWidth",textWordBreak:"wordBreak",textCharacterSet:"characterSet",textBillboard:"billboard",textFontSettings:"fontSettings",getText:"getText",getTextAngle:"getAngle",getTextColor:"getColor",getTextPixelOffset:"getPixelOffset",getTextSize:"getSize",getTextAnchor:"getTextAnchor",getTextAlignmentBaseline:"getAlignmentBaseline",getTextBackgroundColor:"getBackgroundColor",getTextBorderColor:"getBorderColor",getTextBorderWidth:"getBorderWidth"}}},oo={type:di,props:{lineWidthUnits:"widthUnits",lineWidthScale:"widthScale",lineWidthMinPixels:"widthMinPixels",lineWidthMaxPixels:"widthMaxPixels",lineJointRounded:"jointRounded",lineCapRounded:"capRounded",lineMiterLimit:"miterLimit",lineBillboard:"billboard",lineAntialiasing:"antialiasing",getLineColor:"getColor",getLineWidth:"getWidth"}},jr={type:io,props:{extruded:"extruded",filled:"filled",wireframe:"wireframe",elevationScale:"elevationScale",material:"material",_full3d:"_full3d",getElevation:"getElevation",getFillColor:"getFillColor",getLineColor:"getLineColor"}};function mi({type:i,props:t}){let e={};for(let n in t)e[n]=i.defaultProps[t[n]];return e}function Fr(i,t){let{transitions:e,updateTriggers:n}=i.props,o={updateTriggers:{},transitions:e&&{getPosition:e.geometry}};for(let r in t){let s=t[r],a=i.props[r];r.startsWith("get")&&(a=i.getSubLayerAccessor(a),o.updateTriggers[s]=n[r],e&&(o.transitions[s]=e[r])),o[s]=a}return o}function Nd(i){if(Array.isArray(i))return i;switch(A.assert(i.type,"GeoJSON does not have type"),i.type){case"Feature":return[i];case"FeatureCollection":return A.assert(Array.isArray(i.features),"GeoJSON does not have features array"),i.features;default:return[{geometry:i}]}}function dc(i,t,e={}){let n={pointFeatures:[],lineFeatures:[],polygonFeatures:[],polygonOutlineFeatures:[]},{startRow:o=0,endRow:r=i.length}=e;for(let s=o;s<r;s++){let a=i[s],{geometry:c}=a;if(c)if(c.type==="GeometryCollection"){A.assert(Array.isArray(c.geometries),"GeoJSON does not have geometries array");let{geometries:l}=c;for(let f=0;f<l.length;f++){let h=l[f];Bd(h,n,t,a,s)}}else Bd(c,n,t,a,s)}return n}function Bd(i,t,e,n,o){let{type:r,coordinates:s}=i,{pointFeatures:a,lineFeatures:c,polygonFeatures:l,polygonOutlineFeatures:f}=t;if(!iw(r,s)){A.warn(`${r} coordinates are malformed`)();return}switch(r){case"Point":a.push(e({geometry:i},n,o));break;case"MultiPoint":s.forEach(h=>{a.push(e({geometry:{type:"Point",coordinates:h}},n,o))});break;case"LineString":c.push(e({geometry:i},n,o));break;case"MultiLineString":s.forEach(h=>{c.push(e({geometry:{type:"LineString",coordinates:h}},n,o))});break;case"Polygon":l.push(e({geometry:i},n,o)),s.forEach(h=>{f.push(e({geometry:{type:"LineString",coordinates:h}},n,o))});break;case"MultiPolygon":s.forEach(h=>{l.push(e({geometry:{type:"Polygon",coordinates:h}},n,o)),h.forEach(u=>{f.push(e({geometry:{type:"LineString",coordinates:u}},n,o))})});break;default:}}var ew={Point:1,MultiPoint:2,LineString:2,MultiLineString:3,Polygon:3,MultiPolygon:4};function iw(i,t){let e=ew[i];for(A.assert(e,`Unknown GeoJSON type ${i}`);t&&--e>0;)t=t[0];return t&&Number.isFinite(t[0])}function jd(){return{points:{},lines:{},polygons:{},polygonsOutline:{}}}function Ur(i){return i.geometry.coordinates}function Fd(i,t){let e=jd(),{pointFeatures:n,lineFeatures:o,polygonFeatures:r,polygonOutlineFeatures:s}=i;return e.points.data=n,e.points._dataDiff=t.pointFeatures&&(()=>t.pointFeatures),e.points.getPosition=Ur,e.lines.data=o,e.lines._dataDiff=t.lineFeatures&&(()=>t.lineFeatures),e.lines.getPath=Ur,e.polygons.data=r,e.polygons._dataDiff=t.polygonFeatures&&(()=>t.polygonFeatures),e.polygons.getPolygon=Ur,e.polygonsOutline.data=s,e.polygonsOutline._dataDiff=t.polygonOutlineFeatures&&(()=>t.polygonOutlineFeatures),e.polygonsOutline.getPath=Ur,e}function Ud(i){let t=jd(),{points:e,lines:n,polygons:o}=i,r=lu(i);t.points.data={length:e.positions.value.length/e.positions.size,attributes:{...e.attributes,getPosition:e.positions,rowIndexes:{size:1,type:"uint32",value:r.points}},properties:e.properties,numericProps:e.numericProps,featureIds:e.featureIds},t.lines.data={length:n.pathIndices.value.length-1,startIndices:n.pathIndices.value,attributes:{...n.attributes,getPath:n.positions,rowIndexes:{size:1,type:"uint32",value:r.lines}},properties:n.properties,numericProps:n.numericProps,featureIds:n.featureIds},t.lines._pathType="open";let s=o.positions.value.length/o.positions.size,a=Array(s).fill(1);for(let c of o.primitivePolygonIndices.value)a[c-1]=0;return t.polygons.data={length:o.polygonIndices.value.length-1,startIndices:o.polygonIndices.value,attributes:{...o.attributes,getPolygon:o.positions,instanceVertexValid:{size:1,value:new Uint16Array(a)},rowIndexes:{size:1,type:"uint32",value:r.polygons}},properties:o.properties,numericProps:o.numericProps,featureIds:o.featureIds},t.polygons._normalize=!1,o.triangles&&(t.polygons.data.attributes.indices=o.triangles.value),t.polygonsOutline.data={length:o.primitivePolygonIndices.value.length-1,startIndices:o.primitivePolygonIndices.value,attributes:{...o.attributes,getPath:o.positions,rowIndexes:{size:1,type:"uint32",value:r.polygons}},properties:o.properties,numericProps:o.numericProps,featureIds:o.featureIds},t.polygonsOutline._pathType="open",t}var nw=["points","linestrings","polygons"],ow={...mi(no.circle),...mi(no.icon),...mi(no.text),...mi(oo),...mi(jr),stroked:!0,filled:!0,extruded:!1,wireframe:!1,_full3d:!1,iconAtlas:{type:"object",value:null},iconMapping:{type:"object",value:{}},getIcon:{type:"accessor",value:i=>i.properties.icon},getText:{type:"accessor",value:i=>i.properties.text},pointType:"circle",getRadius:{deprecatedFor:"getPointRadius"}},ro=class extends In{initializeState(){this.state={layerProps:{},features:{},featuresDiff:{}}}updateState({props:t,changeFlags:e}){if(!e.dataChanged)return;let{data:n}=this.props,o=n&&"points"in n&&"polygons"in n&&"lines"in n;this.setState({binary:o}),o?this._updateStateBinary({props:t,changeFlags:e}):this._updateStateJSON({props:t,changeFlags:e})}_updateStateBinary({props:t,changeFlags:e}){let n=Ud(t.data);this.setState({layerProps:n})}_updateStateJSON({props:t,changeFlags:e}){let n=Nd(t.data),o=this.getSubLayerRow.bind(this),r={},s={};if(Array.isArray(e.dataChanged)){let c=this.state.features;for(let l in c)r[l]=c[l].slice(),s[l]=[];for(let l of e.dataChanged){let f=dc(n,o,l);for(let h in c)s[h].push(au({data:r[h],getIndex:u=>u.__source.index,dataRange:l,replace:f[h]}))}}else r=dc(n,o);let a=Fd(r,s);this.setState({features:r,featuresDiff:s,layerProps:a})}getPickingInfo(t){let e=super.getPickingInfo(t),{index:n,sourceLayer:o}=e;return e.featureType=nw.find(r=>o.id.startsWith(`${this.id}-${r}-`)),n>=0&&o.id.startsWith(`${this.id}-points-text`)&&this.state.binary&&(e.index=this.props.data.points.globalFeatureIds.value[n]),e}_updateAutoHighlight(t){let e=`${this.id}-points-`,n=t.featureType==="points";for(let o of this.getSubLayers())o.id.startsWith(e)===n&&o.updateAutoHighlight(t)}_renderPolygonLayer(){let{extruded:t,wireframe:e}=this.props,{layerProps:n}=this.state,o="polygons-fill",r=this.shouldRenderSubLayer(o,n.polygons?.data)&&this.getSubLayerClass(o,jr.type);if(r){let s=Fr(this,jr.props),a=t&&e;return a||delete s.getLineColor,s.updateTriggers.lineColors=a,new r(s,this.getSubLayerProps({id:o,updateTriggers:s.updateTriggers}),n.polygons)}return null}_renderLineLayers(){let{extruded:t,stroked:e}=this.props,{layerProps:n}=this.state,o="polygons-stroke",r="linestrings",s=!t&&e&&this.shouldRenderSubLayer(o,n.polygonsOutline?.data)&&this.getSubLayerClass(o,oo.type),a=this.shouldRenderSubLayer(r,n.lines?.data)&&this.getSubLayerClass(r,oo.type);if(s||a){let c=Fr(this,oo.props);return[s&&new s(c,this.getSubLayerProps({id:o,updateTriggers:c.updateTriggers}),n.polygonsOutline),a&&new a(c,this.getSubLayerProps({id:r,updateTriggers:c.updateTriggers}),n.lines)]}return null}_renderPointLayers(){let{pointType:t}=this.props,{layerProps:e,binary:n}=this.state,{highlightedObjectIndex:o}=this.props;!n&&Number.isFinite(o)&&(o=e.points.data.findIndex(a=>a.__source.index===o));let r=new Set(t.split("+")),s=[];for(let a of r){let c=`points-${a}`,l=no[a],f=l&&this.shouldRenderSubLayer(c,e.points?.data)&&this.getSubLayerClass(c,l.type);if(f){let h=Fr(this,l.props),u=e.points;if(a==="text"&&n){let{rowIndexes:d,...p}=u.data.attributes;u={...u,data:{...u.data,attributes:p}}}s.push(new f(h,this.getSubLayerProps({id:c,updateTriggers:h.updateTriggers,highlightedObjectIndex:o}),u))}}return s}renderLayers(){let{extruded:t}=this.props,e=this._renderPolygonLayer(),n=this._renderLineLayers(),o=this._renderPointLayers();return[!t&&e,n,o,t&&e]}getSubLayerAccessor(t){let{binary:e}=this.state;return!e||typeof t!="function"?super.getSubLayerAccessor(t):(n,o)=>{let{data:r,index:s}=o,a=cu(r,s);return t(a,o)}}};ro.layerName="GeoJsonLayer";ro.defaultProps=ow;var rw=ro;var Wd={depthCompare:"always",depthWriteEnabled:!1},sw={ambient:.6,diffuse:.4,shininess:1,specularColor:[0,0,0]},Gd=([i,t,e])=>[1,0,0,0,0,1,0,0,0,0,1,0,i,t,e,1],aw=new WeakMap,cw=new WeakMap,lw=new WeakMap,Vd=new WeakMap;function Yd(i){let t=Vd.get(i);if(t)return t;let e=new Float32Array(i.xy.length/2*3);for(let n=0;n<i.length;n++)for(let o=i.start[n];o<i.start[n+1];o++)e[3*o]=i.xy[2*o],e[3*o+1]=i.xy[2*o+1],e[3*o+2]=i.z[n];return Vd.set(i,e),e}function pc(i,t,e){let n=i.get(t);return n||(n=e(),i.set(t,n)),n}function sN(i,t,{colour:e,key:n,space:o,shift:r,extruded:s=!1,height:a,pickable:c=!1,painted:l=!o}){let f=o?pc(cw,t,()=>({length:t.length,startIndices:t.start,attributes:{getPolygon:{value:Yd(t),size:3},indices:{value:t.tri,size:1},instanceVertexValid:{value:t.valid,size:1}}})):pc(aw,t,()=>({length:t.length,startIndices:t.start,attributes:{getPolygon:{value:t.xy,size:2},indices:{value:t.tri,size:1},instanceVertexValid:{value:t.valid,size:1}}}));return new io({id:`${i}-${o?"3d":"2d"}`,data:f,_normalize:!1,positionFormat:o?"XYZ":"XY",extruded:o&&s,getElevation:((h,{index:u})=>a?.(u)??0),getFillColor:((h,{index:u})=>e(u)),updateTriggers:{getFillColor:n,getElevation:n},modelMatrix:Gd(r),material:sw,pickable:c,...l?{parameters:Wd}:{}})}function aN(i,t,{colour:e,width:n,units:o="pixels",least:r=0,key:s="",space:a,shift:c,round:l=!0,pickable:f=!1,up:h=0,painted:u=!a}){let d=pc(a?fw:lw,t,()=>({length:t.ringPart.length,startIndices:t.ringStart,attributes:{getPath:a?{value:Yd(t),size:3}:{value:t.xy,size:2}}})),p=typeof e=="function"?((m,{index:v})=>e(v)):e,g=typeof n=="function"?((m,{index:v})=>n(v)):n;return new di({id:`${i}-${a?"3d":"2d"}`,data:d,_pathType:"open",positionFormat:a?"XYZ":"XY",getColor:p,getWidth:g,widthUnits:o,widthMinPixels:r,jointRounded:l,capRounded:l,updateTriggers:{getColor:s,getWidth:s},modelMatrix:Gd([c[0],c[1],c[2]+h]),pickable:f,...u?{parameters:Wd}:{}})}var fw=new WeakMap;function cN(i,t,e=!1){return new di({id:i,data:t,getPath:n=>n.path,getColor:n=>n.colour,getWidth:n=>n.width,widthUnits:"pixels",jointRounded:!0,capRounded:!0,pickable:e,parameters:{depthCompare:"always"}})}export{xi as a,Fe as b,Ee as c,mv as d,xv as e,wv as f,rw as g,sN as h,aN as i,cN as j};
