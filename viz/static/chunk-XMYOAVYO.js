import{a as pn,b as gn}from"./chunk-W6BFWREY.js";import{h as Lc}from"./chunk-NZUWGZ6Y.js";import{a as bc,d as Sc,e as Cc,f as ye,g as un,h as ht,i as dn,j as Ec,k as Mc,l as ot,m as _i,o as qr,q as nt,r as mn,s as Tc}from"./chunk-64ZAN77G.js";import{b as Ue,c as hn,d as $r,e as Hr,g as K,j as wc,k as Zr,w as ee}from"./chunk-R3X6QOE6.js";import{a as ep,b as Fe,c as ip}from"./chunk-OOJM4CTU.js";var Wu=ep((DD,dc)=>{"use strict";dc.exports=Or;dc.exports.default=Or;function Or(i,t,e){e=e||2;var o=t&&t.length,n=o?t[0]*e:i.length,r=Fu(i,0,n,e,!0),s=[];if(!r||r.next===r.prev)return s;var a,c,l,f,h,u,d;if(o&&(r=yP(i,t,r,e)),i.length>80*e){a=l=i[0],c=f=i[1];for(var p=e;p<n;p+=e)h=i[p],u=i[p+1],h<a&&(a=h),u<c&&(c=u),h>l&&(l=h),u>f&&(f=u);d=Math.max(l-a,f-c),d=d!==0?32767/d:0}return Go(r,s,e,a,c,d,0),s}function Fu(i,t,e,o,n){var r,s;if(n===uc(i,t,e,o)>0)for(r=t;r<e;r+=o)s=ju(r,i[r],i[r+1],s);else for(r=e-o;r>=t;r-=o)s=ju(r,i[r],i[r+1],s);return s&&Rr(s,s.next)&&($o(s),s=s.next),s}function De(i,t){if(!i)return i;t||(t=i);var e=i,o;do if(o=!1,!e.steiner&&(Rr(e,e.next)||U(e.prev,e,e.next)===0)){if($o(e),e=t=e.prev,e===e.next)break;o=!0}else e=e.next;while(o||e!==t);return t}function Go(i,t,e,o,n,r,s){if(i){!s&&r&&wP(i,o,n,r);for(var a=i,c,l;i.prev!==i.next;){if(c=i.prev,l=i.next,r?pP(i,o,n,r):dP(i)){t.push(c.i/e|0),t.push(i.i/e|0),t.push(l.i/e|0),$o(i),i=l.next,a=l.next;continue}if(i=l,i===a){s?s===1?(i=gP(De(i),t,e),Go(i,t,e,o,n,r,2)):s===2&&mP(i,t,e,o,n,r):Go(De(i),t,e,o,n,r,1);break}}}}function dP(i){var t=i.prev,e=i,o=i.next;if(U(t,e,o)>=0)return!1;for(var n=t.x,r=e.x,s=o.x,a=t.y,c=e.y,l=o.y,f=n<r?n<s?n:s:r<s?r:s,h=a<c?a<l?a:l:c<l?c:l,u=n>r?n>s?n:s:r>s?r:s,d=a>c?a>l?a:l:c>l?c:l,p=o.next;p!==t;){if(p.x>=f&&p.x<=u&&p.y>=h&&p.y<=d&&mi(n,a,r,c,s,l,p.x,p.y)&&U(p.prev,p,p.next)>=0)return!1;p=p.next}return!0}function pP(i,t,e,o){var n=i.prev,r=i,s=i.next;if(U(n,r,s)>=0)return!1;for(var a=n.x,c=r.x,l=s.x,f=n.y,h=r.y,u=s.y,d=a<c?a<l?a:l:c<l?c:l,p=f<h?f<u?f:u:h<u?h:u,g=a>c?a>l?a:l:c>l?c:l,m=f>h?f>u?f:u:h>u?h:u,v=fc(d,p,t,e,o),_=fc(g,m,t,e,o),y=i.prevZ,x=i.nextZ;y&&y.z>=v&&x&&x.z<=_;){if(y.x>=d&&y.x<=g&&y.y>=p&&y.y<=m&&y!==n&&y!==s&&mi(a,f,c,h,l,u,y.x,y.y)&&U(y.prev,y,y.next)>=0||(y=y.prevZ,x.x>=d&&x.x<=g&&x.y>=p&&x.y<=m&&x!==n&&x!==s&&mi(a,f,c,h,l,u,x.x,x.y)&&U(x.prev,x,x.next)>=0))return!1;x=x.nextZ}for(;y&&y.z>=v;){if(y.x>=d&&y.x<=g&&y.y>=p&&y.y<=m&&y!==n&&y!==s&&mi(a,f,c,h,l,u,y.x,y.y)&&U(y.prev,y,y.next)>=0)return!1;y=y.prevZ}for(;x&&x.z<=_;){if(x.x>=d&&x.x<=g&&x.y>=p&&x.y<=m&&x!==n&&x!==s&&mi(a,f,c,h,l,u,x.x,x.y)&&U(x.prev,x,x.next)>=0)return!1;x=x.nextZ}return!0}function gP(i,t,e){var o=i;do{var n=o.prev,r=o.next.next;!Rr(n,r)&&Uu(n,o,o.next,r)&&Yo(n,r)&&Yo(r,n)&&(t.push(n.i/e|0),t.push(o.i/e|0),t.push(r.i/e|0),$o(o),$o(o.next),o=i=r),o=o.next}while(o!==i);return De(o)}function mP(i,t,e,o,n,r){var s=i;do{for(var a=s.next.next;a!==s.prev;){if(s.i!==a.i&&CP(s,a)){var c=Vu(s,a);s=De(s,s.next),c=De(c,c.next),Go(s,t,e,o,n,r,0),Go(c,t,e,o,n,r,0);return}a=a.next}s=s.next}while(s!==i)}function yP(i,t,e,o){var n=[],r,s,a,c,l;for(r=0,s=t.length;r<s;r++)a=t[r]*o,c=r<s-1?t[r+1]*o:i.length,l=Fu(i,a,c,o,!1),l===l.next&&(l.steiner=!0),n.push(SP(l));for(n.sort(xP),r=0;r<n.length;r++)e=vP(n[r],e);return e}function xP(i,t){return i.x-t.x}function vP(i,t){var e=_P(i,t);if(!e)return t;var o=Vu(e,i);return De(o,o.next),De(e,e.next)}function _P(i,t){var e=t,o=i.x,n=i.y,r=-1/0,s;do{if(n<=e.y&&n>=e.next.y&&e.next.y!==e.y){var a=e.x+(n-e.y)*(e.next.x-e.x)/(e.next.y-e.y);if(a<=o&&a>r&&(r=a,s=e.x<e.next.x?e:e.next,a===o))return s}e=e.next}while(e!==t);if(!s)return null;var c=s,l=s.x,f=s.y,h=1/0,u;e=s;do o>=e.x&&e.x>=l&&o!==e.x&&mi(n<f?o:r,n,l,f,n<f?r:o,n,e.x,e.y)&&(u=Math.abs(n-e.y)/(o-e.x),Yo(e,i)&&(u<h||u===h&&(e.x>s.x||e.x===s.x&&PP(s,e)))&&(s=e,h=u)),e=e.next;while(e!==c);return s}function PP(i,t){return U(i.prev,i,t.prev)<0&&U(t.next,i,i.next)<0}function wP(i,t,e,o){var n=i;do n.z===0&&(n.z=fc(n.x,n.y,t,e,o)),n.prevZ=n.prev,n.nextZ=n.next,n=n.next;while(n!==i);n.prevZ.nextZ=null,n.prevZ=null,bP(n)}function bP(i){var t,e,o,n,r,s,a,c,l=1;do{for(e=i,i=null,r=null,s=0;e;){for(s++,o=e,a=0,t=0;t<l&&(a++,o=o.nextZ,!!o);t++);for(c=l;a>0||c>0&&o;)a!==0&&(c===0||!o||e.z<=o.z)?(n=e,e=e.nextZ,a--):(n=o,o=o.nextZ,c--),r?r.nextZ=n:i=n,n.prevZ=r,r=n;e=o}r.nextZ=null,l*=2}while(s>1);return i}function fc(i,t,e,o,n){return i=(i-e)*n|0,t=(t-o)*n|0,i=(i|i<<8)&16711935,i=(i|i<<4)&252645135,i=(i|i<<2)&858993459,i=(i|i<<1)&1431655765,t=(t|t<<8)&16711935,t=(t|t<<4)&252645135,t=(t|t<<2)&858993459,t=(t|t<<1)&1431655765,i|t<<1}function SP(i){var t=i,e=i;do(t.x<e.x||t.x===e.x&&t.y<e.y)&&(e=t),t=t.next;while(t!==i);return e}function mi(i,t,e,o,n,r,s,a){return(n-s)*(t-a)>=(i-s)*(r-a)&&(i-s)*(o-a)>=(e-s)*(t-a)&&(e-s)*(r-a)>=(n-s)*(o-a)}function CP(i,t){return i.next.i!==t.i&&i.prev.i!==t.i&&!EP(i,t)&&(Yo(i,t)&&Yo(t,i)&&MP(i,t)&&(U(i.prev,i,t.prev)||U(i,t.prev,t))||Rr(i,t)&&U(i.prev,i,i.next)>0&&U(t.prev,t,t.next)>0)}function U(i,t,e){return(t.y-i.y)*(e.x-t.x)-(t.x-i.x)*(e.y-t.y)}function Rr(i,t){return i.x===t.x&&i.y===t.y}function Uu(i,t,e,o){var n=Ir(U(i,t,e)),r=Ir(U(i,t,o)),s=Ir(U(e,o,i)),a=Ir(U(e,o,t));return!!(n!==r&&s!==a||n===0&&Ar(i,e,t)||r===0&&Ar(i,o,t)||s===0&&Ar(e,i,o)||a===0&&Ar(e,t,o))}function Ar(i,t,e){return t.x<=Math.max(i.x,e.x)&&t.x>=Math.min(i.x,e.x)&&t.y<=Math.max(i.y,e.y)&&t.y>=Math.min(i.y,e.y)}function Ir(i){return i>0?1:i<0?-1:0}function EP(i,t){var e=i;do{if(e.i!==i.i&&e.next.i!==i.i&&e.i!==t.i&&e.next.i!==t.i&&Uu(e,e.next,i,t))return!0;e=e.next}while(e!==i);return!1}function Yo(i,t){return U(i.prev,i,i.next)<0?U(i,t,i.next)>=0&&U(i,i.prev,t)>=0:U(i,t,i.prev)<0||U(i,i.next,t)<0}function MP(i,t){var e=i,o=!1,n=(i.x+t.x)/2,r=(i.y+t.y)/2;do e.y>r!=e.next.y>r&&e.next.y!==e.y&&n<(e.next.x-e.x)*(r-e.y)/(e.next.y-e.y)+e.x&&(o=!o),e=e.next;while(e!==i);return o}function Vu(i,t){var e=new hc(i.i,i.x,i.y),o=new hc(t.i,t.x,t.y),n=i.next,r=t.prev;return i.next=t,t.prev=i,e.next=n,n.prev=e,o.next=e,e.prev=o,r.next=o,o.prev=r,o}function ju(i,t,e,o){var n=new hc(i,t,e);return o?(n.next=o.next,n.prev=o,o.next.prev=n,o.next=n):(n.prev=n,n.next=n),n}function $o(i){i.next.prev=i.prev,i.prev.next=i.next,i.prevZ&&(i.prevZ.nextZ=i.nextZ),i.nextZ&&(i.nextZ.prevZ=i.prevZ)}function hc(i,t,e){this.i=i,this.x=t,this.y=e,this.prev=null,this.next=null,this.z=0,this.prevZ=null,this.nextZ=null,this.steiner=!1}Or.deviation=function(i,t,e,o){var n=t&&t.length,r=n?t[0]*e:i.length,s=Math.abs(uc(i,0,r,e));if(n)for(var a=0,c=t.length;a<c;a++){var l=t[a]*e,f=a<c-1?t[a+1]*e:i.length;s-=Math.abs(uc(i,l,f,e))}var h=0;for(a=0;a<o.length;a+=3){var u=o[a]*e,d=o[a+1]*e,p=o[a+2]*e;h+=Math.abs((i[u]-i[p])*(i[d+1]-i[u+1])-(i[u]-i[d])*(i[p+1]-i[u+1]))}return s===0&&h===0?0:Math.abs((h-s)/s)};function uc(i,t,e,o){for(var n=0,r=t,s=e-o;r<e;r+=o)n+=(i[s]-i[r])*(i[r+1]+i[s+1]),s=r;return n}Or.flatten=function(i){for(var t=i[0][0].length,e={vertices:[],holes:[],dimensions:t},o=0,n=0;n<i.length;n++){for(var r=0;r<i[n].length;r++)for(var s=0;s<t;s++)e.vertices.push(i[n][r][s]);n>0&&(o+=i[n-1].length,e.holes.push(o))}return e}});var op=[255,255,255],np=1,rp=0,Pi=class{constructor(t={}){this.type="ambient";let{color:e=op}=t,{intensity:o=np}=t;this.id=t.id||`ambient-${rp++}`,this.color=e,this.intensity=o}};var Ew=1/Math.PI*180,Mw=1/180*Math.PI,sp={EPSILON:1e-12,debug:!1,precision:4,printTypes:!1,printDegrees:!1,printRowMajor:!0,_cartographicRadians:!1};globalThis.mathgl=globalThis.mathgl||{config:{...sp}};var Z=globalThis.mathgl.config;function Xr(i,{precision:t=Z.precision}={}){return i=ap(i),`${parseFloat(i.toPrecision(t))}`}function Gt(i){return Array.isArray(i)||ArrayBuffer.isView(i)&&!(i instanceof DataView)}function D(i,t,e){return lp(i,o=>Math.max(t,Math.min(e,o)))}function xe(i,t,e){return Gt(i)?i.map((o,n)=>xe(o,t[n],e)):e*t+(1-e)*i}function Ot(i,t,e){let o=Z.EPSILON;e&&(Z.EPSILON=e);try{if(i===t)return!0;if(Gt(i)&&Gt(t)){if(i.length!==t.length)return!1;for(let n=0;n<i.length;++n)if(!Ot(i[n],t[n]))return!1;return!0}return i&&i.equals?i.equals(t):t&&t.equals?t.equals(i):typeof i=="number"&&typeof t=="number"?Math.abs(i-t)<=Z.EPSILON*Math.max(1,Math.abs(i),Math.abs(t)):!1}finally{Z.EPSILON=o}}function ap(i){return Math.round(i/Z.EPSILON)*Z.EPSILON}function cp(i){return i.clone?i.clone():new Array(i.length)}function lp(i,t,e){if(Gt(i)){let o=i;e=e||cp(o);for(let n=0;n<e.length&&n<o.length;++n){let r=typeof i=="number"?i:i[n];e[n]=t(r,n,e)}return e}return t(i)}var Ve=class extends Array{clone(){return new this.constructor().copy(this)}fromArray(t,e=0){for(let o=0;o<this.ELEMENTS;++o)this[o]=t[o+e];return this.check()}toArray(t=[],e=0){for(let o=0;o<this.ELEMENTS;++o)t[e+o]=this[o];return t}toObject(t){return t}from(t){return Array.isArray(t)?this.copy(t):this.fromObject(t)}to(t){return t===this?this:Gt(t)?this.toArray(t):this.toObject(t)}toTarget(t){return t?this.to(t):this}toFloat32Array(){return new Float32Array(this)}toString(){return this.formatString(Z)}formatString(t){let e="";for(let o=0;o<this.ELEMENTS;++o)e+=(o>0?", ":"")+Xr(this[o],t);return`${t.printTypes?this.constructor.name:""}[${e}]`}equals(t){if(!t||this.length!==t.length)return!1;for(let e=0;e<this.ELEMENTS;++e)if(!Ot(this[e],t[e]))return!1;return!0}exactEquals(t){if(!t||this.length!==t.length)return!1;for(let e=0;e<this.ELEMENTS;++e)if(this[e]!==t[e])return!1;return!0}negate(){for(let t=0;t<this.ELEMENTS;++t)this[t]=-this[t];return this.check()}lerp(t,e,o){if(o===void 0)return this.lerp(this,t,e);for(let n=0;n<this.ELEMENTS;++n){let r=t[n],s=typeof e=="number"?e:e[n];this[n]=r+o*(s-r)}return this.check()}min(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=Math.min(t[e],this[e]);return this.check()}max(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=Math.max(t[e],this[e]);return this.check()}clamp(t,e){for(let o=0;o<this.ELEMENTS;++o)this[o]=Math.min(Math.max(this[o],t[o]),e[o]);return this.check()}add(...t){for(let e of t)for(let o=0;o<this.ELEMENTS;++o)this[o]+=e[o];return this.check()}subtract(...t){for(let e of t)for(let o=0;o<this.ELEMENTS;++o)this[o]-=e[o];return this.check()}scale(t){if(typeof t=="number")for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;else for(let e=0;e<this.ELEMENTS&&e<t.length;++e)this[e]*=t[e];return this.check()}multiplyByScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;return this.check()}check(){if(Z.debug&&!this.validate())throw new Error(`math.gl: ${this.constructor.name} some fields set to invalid numbers'`);return this}validate(){let t=this.length===this.ELEMENTS;for(let e=0;e<this.ELEMENTS;++e)t=t&&Number.isFinite(this[e]);return t}sub(t){return this.subtract(t)}setScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]=t;return this.check()}addScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]+=t;return this.check()}subScalar(t){return this.addScalar(-t)}multiplyScalar(t){for(let e=0;e<this.ELEMENTS;++e)this[e]*=t;return this.check()}divideScalar(t){return this.multiplyByScalar(1/t)}clampScalar(t,e){for(let o=0;o<this.ELEMENTS;++o)this[o]=Math.min(Math.max(this[o],t),e);return this.check()}get elements(){return this}};function fp(i,t){if(i.length!==t)return!1;for(let e=0;e<i.length;++e)if(!Number.isFinite(i[e]))return!1;return!0}function J(i){if(!Number.isFinite(i))throw new Error(`Invalid number ${JSON.stringify(i)}`);return i}function yn(i,t,e=""){if(Z.debug&&!fp(i,t))throw new Error(`math.gl: ${e} some fields set to invalid numbers'`);return i}function Kr(i,t){if(!i)throw new Error(`math.gl assertion ${t}`)}var xn=class extends Ve{get x(){return this[0]}set x(t){this[0]=J(t)}get y(){return this[1]}set y(t){this[1]=J(t)}len(){return Math.sqrt(this.lengthSquared())}magnitude(){return this.len()}lengthSquared(){let t=0;for(let e=0;e<this.ELEMENTS;++e)t+=this[e]*this[e];return t}magnitudeSquared(){return this.lengthSquared()}distance(t){return Math.sqrt(this.distanceSquared(t))}distanceSquared(t){let e=0;for(let o=0;o<this.ELEMENTS;++o){let n=this[o]-t[o];e+=n*n}return J(e)}dot(t){let e=0;for(let o=0;o<this.ELEMENTS;++o)e+=this[o]*t[o];return J(e)}normalize(){let t=this.magnitude();if(t!==0)for(let e=0;e<this.ELEMENTS;++e)this[e]/=t;return this.check()}multiply(...t){for(let e of t)for(let o=0;o<this.ELEMENTS;++o)this[o]*=e[o];return this.check()}divide(...t){for(let e of t)for(let o=0;o<this.ELEMENTS;++o)this[o]/=e[o];return this.check()}lengthSq(){return this.lengthSquared()}distanceTo(t){return this.distance(t)}distanceToSquared(t){return this.distanceSquared(t)}getComponent(t){return Kr(t>=0&&t<this.ELEMENTS,"index is out of range"),J(this[t])}setComponent(t,e){return Kr(t>=0&&t<this.ELEMENTS,"index is out of range"),this[t]=e,this.check()}addVectors(t,e){return this.copy(t).add(e)}subVectors(t,e){return this.copy(t).subtract(e)}multiplyVectors(t,e){return this.copy(t).multiply(e)}addScaledVector(t,e){return this.add(new this.constructor(t).multiplyScalar(e))}};var tt={};Fe(tt,{add:()=>gp,angle:()=>kp,ceil:()=>mp,clone:()=>hp,copy:()=>dp,create:()=>Ac,cross:()=>Mp,dist:()=>Wp,distance:()=>kc,div:()=>Vp,divide:()=>Rc,dot:()=>Ep,equals:()=>Np,exactEquals:()=>Bp,floor:()=>yp,forEach:()=>$p,fromValues:()=>up,inverse:()=>Sp,len:()=>jp,length:()=>Dc,lerp:()=>Tp,max:()=>vp,min:()=>xp,mul:()=>Up,multiply:()=>Oc,negate:()=>bp,normalize:()=>Cp,random:()=>Lp,rotate:()=>Rp,round:()=>_p,scale:()=>Pp,scaleAndAdd:()=>wp,set:()=>pp,sqrDist:()=>Gp,sqrLen:()=>Yp,squaredDistance:()=>zc,squaredLength:()=>Bc,str:()=>Dp,sub:()=>Fp,subtract:()=>Ic,transformMat2:()=>Ap,transformMat2d:()=>Ip,transformMat3:()=>Op,transformMat4:()=>Jr,zero:()=>zp});var V=typeof Float32Array<"u"?Float32Array:Array,Rt=Math.random;function mt(i){return i>=0?Math.round(i):i%.5===0?Math.floor(i):Math.round(i)}var Nw=Math.PI/180;function Ac(){let i=new V(2);return V!=Float32Array&&(i[0]=0,i[1]=0),i}function hp(i){let t=new V(2);return t[0]=i[0],t[1]=i[1],t}function up(i,t){let e=new V(2);return e[0]=i,e[1]=t,e}function dp(i,t){return i[0]=t[0],i[1]=t[1],i}function pp(i,t,e){return i[0]=t,i[1]=e,i}function gp(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i}function Ic(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i}function Oc(i,t,e){return i[0]=t[0]*e[0],i[1]=t[1]*e[1],i}function Rc(i,t,e){return i[0]=t[0]/e[0],i[1]=t[1]/e[1],i}function mp(i,t){return i[0]=Math.ceil(t[0]),i[1]=Math.ceil(t[1]),i}function yp(i,t){return i[0]=Math.floor(t[0]),i[1]=Math.floor(t[1]),i}function xp(i,t,e){return i[0]=Math.min(t[0],e[0]),i[1]=Math.min(t[1],e[1]),i}function vp(i,t,e){return i[0]=Math.max(t[0],e[0]),i[1]=Math.max(t[1],e[1]),i}function _p(i,t){return i[0]=mt(t[0]),i[1]=mt(t[1]),i}function Pp(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i}function wp(i,t,e,o){return i[0]=t[0]+e[0]*o,i[1]=t[1]+e[1]*o,i}function kc(i,t){let e=t[0]-i[0],o=t[1]-i[1];return Math.sqrt(e*e+o*o)}function zc(i,t){let e=t[0]-i[0],o=t[1]-i[1];return e*e+o*o}function Dc(i){let t=i[0],e=i[1];return Math.sqrt(t*t+e*e)}function Bc(i){let t=i[0],e=i[1];return t*t+e*e}function bp(i,t){return i[0]=-t[0],i[1]=-t[1],i}function Sp(i,t){return i[0]=1/t[0],i[1]=1/t[1],i}function Cp(i,t){let e=t[0],o=t[1],n=e*e+o*o;return n>0&&(n=1/Math.sqrt(n)),i[0]=t[0]*n,i[1]=t[1]*n,i}function Ep(i,t){return i[0]*t[0]+i[1]*t[1]}function Mp(i,t,e){let o=t[0]*e[1]-t[1]*e[0];return i[0]=i[1]=0,i[2]=o,i}function Tp(i,t,e,o){let n=t[0],r=t[1];return i[0]=n+o*(e[0]-n),i[1]=r+o*(e[1]-r),i}function Lp(i,t){t=t===void 0?1:t;let e=Rt()*2*Math.PI;return i[0]=Math.cos(e)*t,i[1]=Math.sin(e)*t,i}function Ap(i,t,e){let o=t[0],n=t[1];return i[0]=e[0]*o+e[2]*n,i[1]=e[1]*o+e[3]*n,i}function Ip(i,t,e){let o=t[0],n=t[1];return i[0]=e[0]*o+e[2]*n+e[4],i[1]=e[1]*o+e[3]*n+e[5],i}function Op(i,t,e){let o=t[0],n=t[1];return i[0]=e[0]*o+e[3]*n+e[6],i[1]=e[1]*o+e[4]*n+e[7],i}function Jr(i,t,e){let o=t[0],n=t[1];return i[0]=e[0]*o+e[4]*n+e[12],i[1]=e[1]*o+e[5]*n+e[13],i}function Rp(i,t,e,o){let n=t[0]-e[0],r=t[1]-e[1],s=Math.sin(o),a=Math.cos(o);return i[0]=n*a-r*s+e[0],i[1]=n*s+r*a+e[1],i}function kp(i,t){let e=i[0],o=i[1],n=t[0],r=t[1],s=Math.sqrt((e*e+o*o)*(n*n+r*r)),a=s&&(e*n+o*r)/s;return Math.acos(Math.min(Math.max(a,-1),1))}function zp(i){return i[0]=0,i[1]=0,i}function Dp(i){return`vec2(${i[0]}, ${i[1]})`}function Bp(i,t){return i[0]===t[0]&&i[1]===t[1]}function Np(i,t){let e=i[0],o=i[1],n=t[0],r=t[1];return Math.abs(e-n)<=1e-6*Math.max(1,Math.abs(e),Math.abs(n))&&Math.abs(o-r)<=1e-6*Math.max(1,Math.abs(o),Math.abs(r))}var jp=Dc,Fp=Ic,Up=Oc,Vp=Rc,Wp=kc,Gp=zc,Yp=Bc,$p=(function(){let i=Ac();return function(t,e,o,n,r,s){let a,c;for(e||(e=2),o||(o=0),n?c=Math.min(n*e+o,t.length):c=t.length,a=o;a<c;a+=e)i[0]=t[a],i[1]=t[a+1],r(i,i,s),t[a]=i[0],t[a+1]=i[1];return t}})();function Nc(i,t,e){let o=t[0],n=t[1],r=e[3]*o+e[7]*n||1;return i[0]=(e[0]*o+e[4]*n)/r,i[1]=(e[1]*o+e[5]*n)/r,i}function _n(i,t,e){let o=t[0],n=t[1],r=t[2],s=e[3]*o+e[7]*n+e[11]*r||1;return i[0]=(e[0]*o+e[4]*n+e[8]*r)/s,i[1]=(e[1]*o+e[5]*n+e[9]*r)/s,i[2]=(e[2]*o+e[6]*n+e[10]*r)/s,i}function jc(i,t,e){let o=t[0],n=t[1];return i[0]=e[0]*o+e[2]*n,i[1]=e[1]*o+e[3]*n,i[2]=t[2],i}var We={};Fe(We,{add:()=>Kp,angle:()=>ss,bezier:()=>hg,ceil:()=>Jp,clone:()=>Hp,copy:()=>qp,create:()=>Fc,cross:()=>ts,dist:()=>_g,distance:()=>Yc,div:()=>vg,divide:()=>Gc,dot:()=>Qr,equals:()=>mg,exactEquals:()=>gg,floor:()=>Qp,forEach:()=>Sg,fromValues:()=>Zp,hermite:()=>fg,inverse:()=>sg,len:()=>wg,length:()=>Uc,lerp:()=>cg,max:()=>eg,min:()=>tg,mul:()=>xg,multiply:()=>Wc,negate:()=>rg,normalize:()=>ag,random:()=>ug,rotateX:()=>os,rotateY:()=>ns,rotateZ:()=>rs,round:()=>ig,scale:()=>og,scaleAndAdd:()=>ng,set:()=>Xp,slerp:()=>lg,sqrDist:()=>Pg,sqrLen:()=>bg,squaredDistance:()=>$c,squaredLength:()=>Hc,str:()=>pg,sub:()=>yg,subtract:()=>Vc,transformMat3:()=>es,transformMat4:()=>wi,transformQuat:()=>is,zero:()=>dg});function Fc(){let i=new V(3);return V!=Float32Array&&(i[0]=0,i[1]=0,i[2]=0),i}function Hp(i){let t=new V(3);return t[0]=i[0],t[1]=i[1],t[2]=i[2],t}function Uc(i){let t=i[0],e=i[1],o=i[2];return Math.sqrt(t*t+e*e+o*o)}function Zp(i,t,e){let o=new V(3);return o[0]=i,o[1]=t,o[2]=e,o}function qp(i,t){return i[0]=t[0],i[1]=t[1],i[2]=t[2],i}function Xp(i,t,e,o){return i[0]=t,i[1]=e,i[2]=o,i}function Kp(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i[2]=t[2]+e[2],i}function Vc(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i[2]=t[2]-e[2],i}function Wc(i,t,e){return i[0]=t[0]*e[0],i[1]=t[1]*e[1],i[2]=t[2]*e[2],i}function Gc(i,t,e){return i[0]=t[0]/e[0],i[1]=t[1]/e[1],i[2]=t[2]/e[2],i}function Jp(i,t){return i[0]=Math.ceil(t[0]),i[1]=Math.ceil(t[1]),i[2]=Math.ceil(t[2]),i}function Qp(i,t){return i[0]=Math.floor(t[0]),i[1]=Math.floor(t[1]),i[2]=Math.floor(t[2]),i}function tg(i,t,e){return i[0]=Math.min(t[0],e[0]),i[1]=Math.min(t[1],e[1]),i[2]=Math.min(t[2],e[2]),i}function eg(i,t,e){return i[0]=Math.max(t[0],e[0]),i[1]=Math.max(t[1],e[1]),i[2]=Math.max(t[2],e[2]),i}function ig(i,t){return i[0]=mt(t[0]),i[1]=mt(t[1]),i[2]=mt(t[2]),i}function og(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i[2]=t[2]*e,i}function ng(i,t,e,o){return i[0]=t[0]+e[0]*o,i[1]=t[1]+e[1]*o,i[2]=t[2]+e[2]*o,i}function Yc(i,t){let e=t[0]-i[0],o=t[1]-i[1],n=t[2]-i[2];return Math.sqrt(e*e+o*o+n*n)}function $c(i,t){let e=t[0]-i[0],o=t[1]-i[1],n=t[2]-i[2];return e*e+o*o+n*n}function Hc(i){let t=i[0],e=i[1],o=i[2];return t*t+e*e+o*o}function rg(i,t){return i[0]=-t[0],i[1]=-t[1],i[2]=-t[2],i}function sg(i,t){return i[0]=1/t[0],i[1]=1/t[1],i[2]=1/t[2],i}function ag(i,t){let e=t[0],o=t[1],n=t[2],r=e*e+o*o+n*n;return r>0&&(r=1/Math.sqrt(r)),i[0]=t[0]*r,i[1]=t[1]*r,i[2]=t[2]*r,i}function Qr(i,t){return i[0]*t[0]+i[1]*t[1]+i[2]*t[2]}function ts(i,t,e){let o=t[0],n=t[1],r=t[2],s=e[0],a=e[1],c=e[2];return i[0]=n*c-r*a,i[1]=r*s-o*c,i[2]=o*a-n*s,i}function cg(i,t,e,o){let n=t[0],r=t[1],s=t[2];return i[0]=n+o*(e[0]-n),i[1]=r+o*(e[1]-r),i[2]=s+o*(e[2]-s),i}function lg(i,t,e,o){let n=Math.acos(Math.min(Math.max(Qr(t,e),-1),1)),r=Math.sin(n),s=Math.sin((1-o)*n)/r,a=Math.sin(o*n)/r;return i[0]=s*t[0]+a*e[0],i[1]=s*t[1]+a*e[1],i[2]=s*t[2]+a*e[2],i}function fg(i,t,e,o,n,r){let s=r*r,a=s*(2*r-3)+1,c=s*(r-2)+r,l=s*(r-1),f=s*(3-2*r);return i[0]=t[0]*a+e[0]*c+o[0]*l+n[0]*f,i[1]=t[1]*a+e[1]*c+o[1]*l+n[1]*f,i[2]=t[2]*a+e[2]*c+o[2]*l+n[2]*f,i}function hg(i,t,e,o,n,r){let s=1-r,a=s*s,c=r*r,l=a*s,f=3*r*a,h=3*c*s,u=c*r;return i[0]=t[0]*l+e[0]*f+o[0]*h+n[0]*u,i[1]=t[1]*l+e[1]*f+o[1]*h+n[1]*u,i[2]=t[2]*l+e[2]*f+o[2]*h+n[2]*u,i}function ug(i,t){t=t===void 0?1:t;let e=Rt()*2*Math.PI,o=Rt()*2-1,n=Math.sqrt(1-o*o)*t;return i[0]=Math.cos(e)*n,i[1]=Math.sin(e)*n,i[2]=o*t,i}function wi(i,t,e){let o=t[0],n=t[1],r=t[2],s=e[3]*o+e[7]*n+e[11]*r+e[15];return s=s||1,i[0]=(e[0]*o+e[4]*n+e[8]*r+e[12])/s,i[1]=(e[1]*o+e[5]*n+e[9]*r+e[13])/s,i[2]=(e[2]*o+e[6]*n+e[10]*r+e[14])/s,i}function es(i,t,e){let o=t[0],n=t[1],r=t[2];return i[0]=o*e[0]+n*e[3]+r*e[6],i[1]=o*e[1]+n*e[4]+r*e[7],i[2]=o*e[2]+n*e[5]+r*e[8],i}function is(i,t,e){let o=e[0],n=e[1],r=e[2],s=e[3],a=t[0],c=t[1],l=t[2],f=n*l-r*c,h=r*a-o*l,u=o*c-n*a,d=n*u-r*h,p=r*f-o*u,g=o*h-n*f,m=s*2;return f*=m,h*=m,u*=m,d*=2,p*=2,g*=2,i[0]=a+f+d,i[1]=c+h+p,i[2]=l+u+g,i}function os(i,t,e,o){let n=[],r=[];return n[0]=t[0]-e[0],n[1]=t[1]-e[1],n[2]=t[2]-e[2],r[0]=n[0],r[1]=n[1]*Math.cos(o)-n[2]*Math.sin(o),r[2]=n[1]*Math.sin(o)+n[2]*Math.cos(o),i[0]=r[0]+e[0],i[1]=r[1]+e[1],i[2]=r[2]+e[2],i}function ns(i,t,e,o){let n=[],r=[];return n[0]=t[0]-e[0],n[1]=t[1]-e[1],n[2]=t[2]-e[2],r[0]=n[2]*Math.sin(o)+n[0]*Math.cos(o),r[1]=n[1],r[2]=n[2]*Math.cos(o)-n[0]*Math.sin(o),i[0]=r[0]+e[0],i[1]=r[1]+e[1],i[2]=r[2]+e[2],i}function rs(i,t,e,o){let n=[],r=[];return n[0]=t[0]-e[0],n[1]=t[1]-e[1],n[2]=t[2]-e[2],r[0]=n[0]*Math.cos(o)-n[1]*Math.sin(o),r[1]=n[0]*Math.sin(o)+n[1]*Math.cos(o),r[2]=n[2],i[0]=r[0]+e[0],i[1]=r[1]+e[1],i[2]=r[2]+e[2],i}function ss(i,t){let e=i[0],o=i[1],n=i[2],r=t[0],s=t[1],a=t[2],c=Math.sqrt((e*e+o*o+n*n)*(r*r+s*s+a*a)),l=c&&Qr(i,t)/c;return Math.acos(Math.min(Math.max(l,-1),1))}function dg(i){return i[0]=0,i[1]=0,i[2]=0,i}function pg(i){return`vec3(${i[0]}, ${i[1]}, ${i[2]})`}function gg(i,t){return i[0]===t[0]&&i[1]===t[1]&&i[2]===t[2]}function mg(i,t){let e=i[0],o=i[1],n=i[2],r=t[0],s=t[1],a=t[2];return Math.abs(e-r)<=1e-6*Math.max(1,Math.abs(e),Math.abs(r))&&Math.abs(o-s)<=1e-6*Math.max(1,Math.abs(o),Math.abs(s))&&Math.abs(n-a)<=1e-6*Math.max(1,Math.abs(n),Math.abs(a))}var yg=Vc,xg=Wc,vg=Gc,_g=Yc,Pg=$c,wg=Uc,bg=Hc,Sg=(function(){let i=Fc();return function(t,e,o,n,r,s){let a,c;for(e||(e=3),o||(o=0),n?c=Math.min(n*e+o,t.length):c=t.length,a=o;a<c;a+=e)i[0]=t[a],i[1]=t[a+1],i[2]=t[a+2],r(i,i,s),t[a]=i[0],t[a+1]=i[1],t[a+2]=i[2];return t}})();var as=[0,0,0],Pn,Q=class i extends xn{static get ZERO(){return Pn||(Pn=new i(0,0,0),Object.freeze(Pn)),Pn}constructor(t=0,e=0,o=0){super(-0,-0,-0),arguments.length===1&&Gt(t)?this.copy(t):(Z.debug&&(J(t),J(e),J(o)),this[0]=t,this[1]=e,this[2]=o)}set(t,e,o){return this[0]=t,this[1]=e,this[2]=o,this.check()}copy(t){return this[0]=t[0],this[1]=t[1],this[2]=t[2],this.check()}fromObject(t){return Z.debug&&(J(t.x),J(t.y),J(t.z)),this[0]=t.x,this[1]=t.y,this[2]=t.z,this.check()}toObject(t){return t.x=this[0],t.y=this[1],t.z=this[2],t}get ELEMENTS(){return 3}get z(){return this[2]}set z(t){this[2]=J(t)}angle(t){return ss(this,t)}cross(t){return ts(this,this,t),this.check()}rotateX({radians:t,origin:e=as}){return os(this,this,e,t),this.check()}rotateY({radians:t,origin:e=as}){return ns(this,this,e,t),this.check()}rotateZ({radians:t,origin:e=as}){return rs(this,this,e,t),this.check()}transform(t){return this.transformAsPoint(t)}transformAsPoint(t){return wi(this,this,t),this.check()}transformAsVector(t){return _n(this,this,t),this.check()}transformByMatrix3(t){return es(this,this,t),this.check()}transformByMatrix2(t){return jc(this,this,t),this.check()}transformByQuaternion(t){return is(this,this,t),this.check()}};var wn=class extends Ve{toString(){let t="[";if(Z.printRowMajor){t+="row-major:";for(let e=0;e<this.RANK;++e)for(let o=0;o<this.RANK;++o)t+=` ${this[o*this.RANK+e]}`}else{t+="column-major:";for(let e=0;e<this.ELEMENTS;++e)t+=` ${this[e]}`}return t+="]",t}getElementIndex(t,e){return e*this.RANK+t}getElement(t,e){return this[e*this.RANK+t]}setElement(t,e,o){return this[e*this.RANK+t]=J(o),this}getColumn(t,e=new Array(this.RANK).fill(-0)){let o=t*this.RANK;for(let n=0;n<this.RANK;++n)e[n]=this[o+n];return e}setColumn(t,e){let o=t*this.RANK;for(let n=0;n<this.RANK;++n)this[o+n]=e[n];return this}};var H={};Fe(H,{add:()=>qg,adjoint:()=>Ag,clone:()=>Eg,copy:()=>Mg,create:()=>Cg,decompose:()=>Fg,determinant:()=>fs,equals:()=>Qg,exactEquals:()=>Jg,frob:()=>Zg,fromQuat:()=>ys,fromQuat2:()=>Bg,fromRotation:()=>Rg,fromRotationTranslation:()=>qc,fromRotationTranslationScale:()=>Ug,fromRotationTranslationScaleOrigin:()=>Vg,fromScaling:()=>Og,fromTranslation:()=>Ig,fromValues:()=>Tg,fromXRotation:()=>kg,fromYRotation:()=>zg,fromZRotation:()=>Dg,frustum:()=>xs,getRotation:()=>jg,getScaling:()=>Xc,getTranslation:()=>Ng,identity:()=>Zc,invert:()=>ls,lookAt:()=>Ps,mul:()=>tm,multiply:()=>bi,multiplyScalar:()=>Xg,multiplyScalarAndAdd:()=>Kg,ortho:()=>_s,orthoNO:()=>Jc,orthoZO:()=>Yg,perspective:()=>vs,perspectiveFromFieldOfView:()=>Gg,perspectiveNO:()=>Kc,perspectiveZO:()=>Wg,rotate:()=>ds,rotateX:()=>ps,rotateY:()=>gs,rotateZ:()=>ms,scale:()=>us,set:()=>Lg,str:()=>Hg,sub:()=>em,subtract:()=>Qc,targetTo:()=>$g,translate:()=>hs,transpose:()=>cs});function Cg(){let i=new V(16);return V!=Float32Array&&(i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[11]=0,i[12]=0,i[13]=0,i[14]=0),i[0]=1,i[5]=1,i[10]=1,i[15]=1,i}function Eg(i){let t=new V(16);return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],t[9]=i[9],t[10]=i[10],t[11]=i[11],t[12]=i[12],t[13]=i[13],t[14]=i[14],t[15]=i[15],t}function Mg(i,t){return i[0]=t[0],i[1]=t[1],i[2]=t[2],i[3]=t[3],i[4]=t[4],i[5]=t[5],i[6]=t[6],i[7]=t[7],i[8]=t[8],i[9]=t[9],i[10]=t[10],i[11]=t[11],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15],i}function Tg(i,t,e,o,n,r,s,a,c,l,f,h,u,d,p,g){let m=new V(16);return m[0]=i,m[1]=t,m[2]=e,m[3]=o,m[4]=n,m[5]=r,m[6]=s,m[7]=a,m[8]=c,m[9]=l,m[10]=f,m[11]=h,m[12]=u,m[13]=d,m[14]=p,m[15]=g,m}function Lg(i,t,e,o,n,r,s,a,c,l,f,h,u,d,p,g,m){return i[0]=t,i[1]=e,i[2]=o,i[3]=n,i[4]=r,i[5]=s,i[6]=a,i[7]=c,i[8]=l,i[9]=f,i[10]=h,i[11]=u,i[12]=d,i[13]=p,i[14]=g,i[15]=m,i}function Zc(i){return i[0]=1,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=1,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=1,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function cs(i,t){if(i===t){let e=t[1],o=t[2],n=t[3],r=t[6],s=t[7],a=t[11];i[1]=t[4],i[2]=t[8],i[3]=t[12],i[4]=e,i[6]=t[9],i[7]=t[13],i[8]=o,i[9]=r,i[11]=t[14],i[12]=n,i[13]=s,i[14]=a}else i[0]=t[0],i[1]=t[4],i[2]=t[8],i[3]=t[12],i[4]=t[1],i[5]=t[5],i[6]=t[9],i[7]=t[13],i[8]=t[2],i[9]=t[6],i[10]=t[10],i[11]=t[14],i[12]=t[3],i[13]=t[7],i[14]=t[11],i[15]=t[15];return i}function ls(i,t){let e=t[0],o=t[1],n=t[2],r=t[3],s=t[4],a=t[5],c=t[6],l=t[7],f=t[8],h=t[9],u=t[10],d=t[11],p=t[12],g=t[13],m=t[14],v=t[15],_=e*a-o*s,y=e*c-n*s,x=e*l-r*s,P=o*c-n*a,w=o*l-r*a,E=n*l-r*c,S=f*g-h*p,C=f*m-u*p,b=f*v-d*p,I=h*m-u*g,T=h*v-d*g,L=u*v-d*m,R=_*L-y*T+x*I+P*b-w*C+E*S;return R?(R=1/R,i[0]=(a*L-c*T+l*I)*R,i[1]=(n*T-o*L-r*I)*R,i[2]=(g*E-m*w+v*P)*R,i[3]=(u*w-h*E-d*P)*R,i[4]=(c*b-s*L-l*C)*R,i[5]=(e*L-n*b+r*C)*R,i[6]=(m*x-p*E-v*y)*R,i[7]=(f*E-u*x+d*y)*R,i[8]=(s*T-a*b+l*S)*R,i[9]=(o*b-e*T-r*S)*R,i[10]=(p*w-g*x+v*_)*R,i[11]=(h*x-f*w-d*_)*R,i[12]=(a*C-s*I-c*S)*R,i[13]=(e*I-o*C+n*S)*R,i[14]=(g*y-p*P-m*_)*R,i[15]=(f*P-h*y+u*_)*R,i):null}function Ag(i,t){let e=t[0],o=t[1],n=t[2],r=t[3],s=t[4],a=t[5],c=t[6],l=t[7],f=t[8],h=t[9],u=t[10],d=t[11],p=t[12],g=t[13],m=t[14],v=t[15],_=e*a-o*s,y=e*c-n*s,x=e*l-r*s,P=o*c-n*a,w=o*l-r*a,E=n*l-r*c,S=f*g-h*p,C=f*m-u*p,b=f*v-d*p,I=h*m-u*g,T=h*v-d*g,L=u*v-d*m;return i[0]=a*L-c*T+l*I,i[1]=n*T-o*L-r*I,i[2]=g*E-m*w+v*P,i[3]=u*w-h*E-d*P,i[4]=c*b-s*L-l*C,i[5]=e*L-n*b+r*C,i[6]=m*x-p*E-v*y,i[7]=f*E-u*x+d*y,i[8]=s*T-a*b+l*S,i[9]=o*b-e*T-r*S,i[10]=p*w-g*x+v*_,i[11]=h*x-f*w-d*_,i[12]=a*C-s*I-c*S,i[13]=e*I-o*C+n*S,i[14]=g*y-p*P-m*_,i[15]=f*P-h*y+u*_,i}function fs(i){let t=i[0],e=i[1],o=i[2],n=i[3],r=i[4],s=i[5],a=i[6],c=i[7],l=i[8],f=i[9],h=i[10],u=i[11],d=i[12],p=i[13],g=i[14],m=i[15],v=t*s-e*r,_=t*a-o*r,y=e*a-o*s,x=l*p-f*d,P=l*g-h*d,w=f*g-h*p,E=t*w-e*P+o*x,S=r*w-s*P+a*x,C=l*y-f*_+h*v,b=d*y-p*_+g*v;return c*E-n*S+m*C-u*b}function bi(i,t,e){let o=t[0],n=t[1],r=t[2],s=t[3],a=t[4],c=t[5],l=t[6],f=t[7],h=t[8],u=t[9],d=t[10],p=t[11],g=t[12],m=t[13],v=t[14],_=t[15],y=e[0],x=e[1],P=e[2],w=e[3];return i[0]=y*o+x*a+P*h+w*g,i[1]=y*n+x*c+P*u+w*m,i[2]=y*r+x*l+P*d+w*v,i[3]=y*s+x*f+P*p+w*_,y=e[4],x=e[5],P=e[6],w=e[7],i[4]=y*o+x*a+P*h+w*g,i[5]=y*n+x*c+P*u+w*m,i[6]=y*r+x*l+P*d+w*v,i[7]=y*s+x*f+P*p+w*_,y=e[8],x=e[9],P=e[10],w=e[11],i[8]=y*o+x*a+P*h+w*g,i[9]=y*n+x*c+P*u+w*m,i[10]=y*r+x*l+P*d+w*v,i[11]=y*s+x*f+P*p+w*_,y=e[12],x=e[13],P=e[14],w=e[15],i[12]=y*o+x*a+P*h+w*g,i[13]=y*n+x*c+P*u+w*m,i[14]=y*r+x*l+P*d+w*v,i[15]=y*s+x*f+P*p+w*_,i}function hs(i,t,e){let o=e[0],n=e[1],r=e[2],s,a,c,l,f,h,u,d,p,g,m,v;return t===i?(i[12]=t[0]*o+t[4]*n+t[8]*r+t[12],i[13]=t[1]*o+t[5]*n+t[9]*r+t[13],i[14]=t[2]*o+t[6]*n+t[10]*r+t[14],i[15]=t[3]*o+t[7]*n+t[11]*r+t[15]):(s=t[0],a=t[1],c=t[2],l=t[3],f=t[4],h=t[5],u=t[6],d=t[7],p=t[8],g=t[9],m=t[10],v=t[11],i[0]=s,i[1]=a,i[2]=c,i[3]=l,i[4]=f,i[5]=h,i[6]=u,i[7]=d,i[8]=p,i[9]=g,i[10]=m,i[11]=v,i[12]=s*o+f*n+p*r+t[12],i[13]=a*o+h*n+g*r+t[13],i[14]=c*o+u*n+m*r+t[14],i[15]=l*o+d*n+v*r+t[15]),i}function us(i,t,e){let o=e[0],n=e[1],r=e[2];return i[0]=t[0]*o,i[1]=t[1]*o,i[2]=t[2]*o,i[3]=t[3]*o,i[4]=t[4]*n,i[5]=t[5]*n,i[6]=t[6]*n,i[7]=t[7]*n,i[8]=t[8]*r,i[9]=t[9]*r,i[10]=t[10]*r,i[11]=t[11]*r,i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15],i}function ds(i,t,e,o){let n=o[0],r=o[1],s=o[2],a=Math.sqrt(n*n+r*r+s*s),c,l,f,h,u,d,p,g,m,v,_,y,x,P,w,E,S,C,b,I,T,L,R,j;return a<1e-6?null:(a=1/a,n*=a,r*=a,s*=a,l=Math.sin(e),c=Math.cos(e),f=1-c,h=t[0],u=t[1],d=t[2],p=t[3],g=t[4],m=t[5],v=t[6],_=t[7],y=t[8],x=t[9],P=t[10],w=t[11],E=n*n*f+c,S=r*n*f+s*l,C=s*n*f-r*l,b=n*r*f-s*l,I=r*r*f+c,T=s*r*f+n*l,L=n*s*f+r*l,R=r*s*f-n*l,j=s*s*f+c,i[0]=h*E+g*S+y*C,i[1]=u*E+m*S+x*C,i[2]=d*E+v*S+P*C,i[3]=p*E+_*S+w*C,i[4]=h*b+g*I+y*T,i[5]=u*b+m*I+x*T,i[6]=d*b+v*I+P*T,i[7]=p*b+_*I+w*T,i[8]=h*L+g*R+y*j,i[9]=u*L+m*R+x*j,i[10]=d*L+v*R+P*j,i[11]=p*L+_*R+w*j,t!==i&&(i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i)}function ps(i,t,e){let o=Math.sin(e),n=Math.cos(e),r=t[4],s=t[5],a=t[6],c=t[7],l=t[8],f=t[9],h=t[10],u=t[11];return t!==i&&(i[0]=t[0],i[1]=t[1],i[2]=t[2],i[3]=t[3],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i[4]=r*n+l*o,i[5]=s*n+f*o,i[6]=a*n+h*o,i[7]=c*n+u*o,i[8]=l*n-r*o,i[9]=f*n-s*o,i[10]=h*n-a*o,i[11]=u*n-c*o,i}function gs(i,t,e){let o=Math.sin(e),n=Math.cos(e),r=t[0],s=t[1],a=t[2],c=t[3],l=t[8],f=t[9],h=t[10],u=t[11];return t!==i&&(i[4]=t[4],i[5]=t[5],i[6]=t[6],i[7]=t[7],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i[0]=r*n-l*o,i[1]=s*n-f*o,i[2]=a*n-h*o,i[3]=c*n-u*o,i[8]=r*o+l*n,i[9]=s*o+f*n,i[10]=a*o+h*n,i[11]=c*o+u*n,i}function ms(i,t,e){let o=Math.sin(e),n=Math.cos(e),r=t[0],s=t[1],a=t[2],c=t[3],l=t[4],f=t[5],h=t[6],u=t[7];return t!==i&&(i[8]=t[8],i[9]=t[9],i[10]=t[10],i[11]=t[11],i[12]=t[12],i[13]=t[13],i[14]=t[14],i[15]=t[15]),i[0]=r*n+l*o,i[1]=s*n+f*o,i[2]=a*n+h*o,i[3]=c*n+u*o,i[4]=l*n-r*o,i[5]=f*n-s*o,i[6]=h*n-a*o,i[7]=u*n-c*o,i}function Ig(i,t){return i[0]=1,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=1,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=1,i[11]=0,i[12]=t[0],i[13]=t[1],i[14]=t[2],i[15]=1,i}function Og(i,t){return i[0]=t[0],i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=t[1],i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=t[2],i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function Rg(i,t,e){let o=e[0],n=e[1],r=e[2],s=Math.sqrt(o*o+n*n+r*r),a,c,l;return s<1e-6?null:(s=1/s,o*=s,n*=s,r*=s,c=Math.sin(t),a=Math.cos(t),l=1-a,i[0]=o*o*l+a,i[1]=n*o*l+r*c,i[2]=r*o*l-n*c,i[3]=0,i[4]=o*n*l-r*c,i[5]=n*n*l+a,i[6]=r*n*l+o*c,i[7]=0,i[8]=o*r*l+n*c,i[9]=n*r*l-o*c,i[10]=r*r*l+a,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i)}function kg(i,t){let e=Math.sin(t),o=Math.cos(t);return i[0]=1,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=o,i[6]=e,i[7]=0,i[8]=0,i[9]=-e,i[10]=o,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function zg(i,t){let e=Math.sin(t),o=Math.cos(t);return i[0]=o,i[1]=0,i[2]=-e,i[3]=0,i[4]=0,i[5]=1,i[6]=0,i[7]=0,i[8]=e,i[9]=0,i[10]=o,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function Dg(i,t){let e=Math.sin(t),o=Math.cos(t);return i[0]=o,i[1]=e,i[2]=0,i[3]=0,i[4]=-e,i[5]=o,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=1,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function qc(i,t,e){let o=t[0],n=t[1],r=t[2],s=t[3],a=o+o,c=n+n,l=r+r,f=o*a,h=o*c,u=o*l,d=n*c,p=n*l,g=r*l,m=s*a,v=s*c,_=s*l;return i[0]=1-(d+g),i[1]=h+_,i[2]=u-v,i[3]=0,i[4]=h-_,i[5]=1-(f+g),i[6]=p+m,i[7]=0,i[8]=u+v,i[9]=p-m,i[10]=1-(f+d),i[11]=0,i[12]=e[0],i[13]=e[1],i[14]=e[2],i[15]=1,i}function Bg(i,t){let e=new V(3),o=-t[0],n=-t[1],r=-t[2],s=t[3],a=t[4],c=t[5],l=t[6],f=t[7],h=o*o+n*n+r*r+s*s;return h>0?(e[0]=(a*s+f*o+c*r-l*n)*2/h,e[1]=(c*s+f*n+l*o-a*r)*2/h,e[2]=(l*s+f*r+a*n-c*o)*2/h):(e[0]=(a*s+f*o+c*r-l*n)*2,e[1]=(c*s+f*n+l*o-a*r)*2,e[2]=(l*s+f*r+a*n-c*o)*2),qc(i,t,e),i}function Ng(i,t){return i[0]=t[12],i[1]=t[13],i[2]=t[14],i}function Xc(i,t){let e=t[0],o=t[1],n=t[2],r=t[4],s=t[5],a=t[6],c=t[8],l=t[9],f=t[10];return i[0]=Math.sqrt(e*e+o*o+n*n),i[1]=Math.sqrt(r*r+s*s+a*a),i[2]=Math.sqrt(c*c+l*l+f*f),i}function jg(i,t){let e=new V(3);Xc(e,t);let o=1/e[0],n=1/e[1],r=1/e[2],s=t[0]*o,a=t[1]*n,c=t[2]*r,l=t[4]*o,f=t[5]*n,h=t[6]*r,u=t[8]*o,d=t[9]*n,p=t[10]*r,g=s+f+p,m=0;return g>0?(m=Math.sqrt(g+1)*2,i[3]=.25*m,i[0]=(h-d)/m,i[1]=(u-c)/m,i[2]=(a-l)/m):s>f&&s>p?(m=Math.sqrt(1+s-f-p)*2,i[3]=(h-d)/m,i[0]=.25*m,i[1]=(a+l)/m,i[2]=(u+c)/m):f>p?(m=Math.sqrt(1+f-s-p)*2,i[3]=(u-c)/m,i[0]=(a+l)/m,i[1]=.25*m,i[2]=(h+d)/m):(m=Math.sqrt(1+p-s-f)*2,i[3]=(a-l)/m,i[0]=(u+c)/m,i[1]=(h+d)/m,i[2]=.25*m),i}function Fg(i,t,e,o){t[0]=o[12],t[1]=o[13],t[2]=o[14];let n=o[0],r=o[1],s=o[2],a=o[4],c=o[5],l=o[6],f=o[8],h=o[9],u=o[10];e[0]=Math.sqrt(n*n+r*r+s*s),e[1]=Math.sqrt(a*a+c*c+l*l),e[2]=Math.sqrt(f*f+h*h+u*u);let d=1/e[0],p=1/e[1],g=1/e[2],m=n*d,v=r*p,_=s*g,y=a*d,x=c*p,P=l*g,w=f*d,E=h*p,S=u*g,C=m+x+S,b=0;return C>0?(b=Math.sqrt(C+1)*2,i[3]=.25*b,i[0]=(P-E)/b,i[1]=(w-_)/b,i[2]=(v-y)/b):m>x&&m>S?(b=Math.sqrt(1+m-x-S)*2,i[3]=(P-E)/b,i[0]=.25*b,i[1]=(v+y)/b,i[2]=(w+_)/b):x>S?(b=Math.sqrt(1+x-m-S)*2,i[3]=(w-_)/b,i[0]=(v+y)/b,i[1]=.25*b,i[2]=(P+E)/b):(b=Math.sqrt(1+S-m-x)*2,i[3]=(v-y)/b,i[0]=(w+_)/b,i[1]=(P+E)/b,i[2]=.25*b),i}function Ug(i,t,e,o){let n=t[0],r=t[1],s=t[2],a=t[3],c=n+n,l=r+r,f=s+s,h=n*c,u=n*l,d=n*f,p=r*l,g=r*f,m=s*f,v=a*c,_=a*l,y=a*f,x=o[0],P=o[1],w=o[2];return i[0]=(1-(p+m))*x,i[1]=(u+y)*x,i[2]=(d-_)*x,i[3]=0,i[4]=(u-y)*P,i[5]=(1-(h+m))*P,i[6]=(g+v)*P,i[7]=0,i[8]=(d+_)*w,i[9]=(g-v)*w,i[10]=(1-(h+p))*w,i[11]=0,i[12]=e[0],i[13]=e[1],i[14]=e[2],i[15]=1,i}function Vg(i,t,e,o,n){let r=t[0],s=t[1],a=t[2],c=t[3],l=r+r,f=s+s,h=a+a,u=r*l,d=r*f,p=r*h,g=s*f,m=s*h,v=a*h,_=c*l,y=c*f,x=c*h,P=o[0],w=o[1],E=o[2],S=n[0],C=n[1],b=n[2],I=(1-(g+v))*P,T=(d+x)*P,L=(p-y)*P,R=(d-x)*w,j=(1-(u+v))*w,B=(m+_)*w,N=(p+y)*E,je=(m-_)*E,fn=(1-(u+g))*E;return i[0]=I,i[1]=T,i[2]=L,i[3]=0,i[4]=R,i[5]=j,i[6]=B,i[7]=0,i[8]=N,i[9]=je,i[10]=fn,i[11]=0,i[12]=e[0]+S-(I*S+R*C+N*b),i[13]=e[1]+C-(T*S+j*C+je*b),i[14]=e[2]+b-(L*S+B*C+fn*b),i[15]=1,i}function ys(i,t){let e=t[0],o=t[1],n=t[2],r=t[3],s=e+e,a=o+o,c=n+n,l=e*s,f=o*s,h=o*a,u=n*s,d=n*a,p=n*c,g=r*s,m=r*a,v=r*c;return i[0]=1-h-p,i[1]=f+v,i[2]=u-m,i[3]=0,i[4]=f-v,i[5]=1-l-p,i[6]=d+g,i[7]=0,i[8]=u+m,i[9]=d-g,i[10]=1-l-h,i[11]=0,i[12]=0,i[13]=0,i[14]=0,i[15]=1,i}function xs(i,t,e,o,n,r,s){let a=1/(e-t),c=1/(n-o),l=1/(r-s);return i[0]=r*2*a,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=r*2*c,i[6]=0,i[7]=0,i[8]=(e+t)*a,i[9]=(n+o)*c,i[10]=(s+r)*l,i[11]=-1,i[12]=0,i[13]=0,i[14]=s*r*2*l,i[15]=0,i}function Kc(i,t,e,o,n){let r=1/Math.tan(t/2);if(i[0]=r/e,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=r,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[11]=-1,i[12]=0,i[13]=0,i[15]=0,n!=null&&n!==1/0){let s=1/(o-n);i[10]=(n+o)*s,i[14]=2*n*o*s}else i[10]=-1,i[14]=-2*o;return i}var vs=Kc;function Wg(i,t,e,o,n){let r=1/Math.tan(t/2);if(i[0]=r/e,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=r,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[11]=-1,i[12]=0,i[13]=0,i[15]=0,n!=null&&n!==1/0){let s=1/(o-n);i[10]=n*s,i[14]=n*o*s}else i[10]=-1,i[14]=-o;return i}function Gg(i,t,e,o){let n=Math.tan(t.upDegrees*Math.PI/180),r=Math.tan(t.downDegrees*Math.PI/180),s=Math.tan(t.leftDegrees*Math.PI/180),a=Math.tan(t.rightDegrees*Math.PI/180),c=2/(s+a),l=2/(n+r);return i[0]=c,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=l,i[6]=0,i[7]=0,i[8]=-((s-a)*c*.5),i[9]=(n-r)*l*.5,i[10]=o/(e-o),i[11]=-1,i[12]=0,i[13]=0,i[14]=o*e/(e-o),i[15]=0,i}function Jc(i,t,e,o,n,r,s){let a=1/(t-e),c=1/(o-n),l=1/(r-s);return i[0]=-2*a,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=-2*c,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=2*l,i[11]=0,i[12]=(t+e)*a,i[13]=(n+o)*c,i[14]=(s+r)*l,i[15]=1,i}var _s=Jc;function Yg(i,t,e,o,n,r,s){let a=1/(t-e),c=1/(o-n),l=1/(r-s);return i[0]=-2*a,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=-2*c,i[6]=0,i[7]=0,i[8]=0,i[9]=0,i[10]=l,i[11]=0,i[12]=(t+e)*a,i[13]=(n+o)*c,i[14]=r*l,i[15]=1,i}function Ps(i,t,e,o){let n,r,s,a,c,l,f,h,u,d,p=t[0],g=t[1],m=t[2],v=o[0],_=o[1],y=o[2],x=e[0],P=e[1],w=e[2];return Math.abs(p-x)<1e-6&&Math.abs(g-P)<1e-6&&Math.abs(m-w)<1e-6?Zc(i):(h=p-x,u=g-P,d=m-w,n=1/Math.sqrt(h*h+u*u+d*d),h*=n,u*=n,d*=n,r=_*d-y*u,s=y*h-v*d,a=v*u-_*h,n=Math.sqrt(r*r+s*s+a*a),n?(n=1/n,r*=n,s*=n,a*=n):(r=0,s=0,a=0),c=u*a-d*s,l=d*r-h*a,f=h*s-u*r,n=Math.sqrt(c*c+l*l+f*f),n?(n=1/n,c*=n,l*=n,f*=n):(c=0,l=0,f=0),i[0]=r,i[1]=c,i[2]=h,i[3]=0,i[4]=s,i[5]=l,i[6]=u,i[7]=0,i[8]=a,i[9]=f,i[10]=d,i[11]=0,i[12]=-(r*p+s*g+a*m),i[13]=-(c*p+l*g+f*m),i[14]=-(h*p+u*g+d*m),i[15]=1,i)}function $g(i,t,e,o){let n=t[0],r=t[1],s=t[2],a=o[0],c=o[1],l=o[2],f=n-e[0],h=r-e[1],u=s-e[2],d=f*f+h*h+u*u;d>0&&(d=1/Math.sqrt(d),f*=d,h*=d,u*=d);let p=c*u-l*h,g=l*f-a*u,m=a*h-c*f;return d=p*p+g*g+m*m,d>0&&(d=1/Math.sqrt(d),p*=d,g*=d,m*=d),i[0]=p,i[1]=g,i[2]=m,i[3]=0,i[4]=h*m-u*g,i[5]=u*p-f*m,i[6]=f*g-h*p,i[7]=0,i[8]=f,i[9]=h,i[10]=u,i[11]=0,i[12]=n,i[13]=r,i[14]=s,i[15]=1,i}function Hg(i){return`mat4(${i[0]}, ${i[1]}, ${i[2]}, ${i[3]}, ${i[4]}, ${i[5]}, ${i[6]}, ${i[7]}, ${i[8]}, ${i[9]}, ${i[10]}, ${i[11]}, ${i[12]}, ${i[13]}, ${i[14]}, ${i[15]})`}function Zg(i){return Math.sqrt(i[0]*i[0]+i[1]*i[1]+i[2]*i[2]+i[3]*i[3]+i[4]*i[4]+i[5]*i[5]+i[6]*i[6]+i[7]*i[7]+i[8]*i[8]+i[9]*i[9]+i[10]*i[10]+i[11]*i[11]+i[12]*i[12]+i[13]*i[13]+i[14]*i[14]+i[15]*i[15])}function qg(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i[2]=t[2]+e[2],i[3]=t[3]+e[3],i[4]=t[4]+e[4],i[5]=t[5]+e[5],i[6]=t[6]+e[6],i[7]=t[7]+e[7],i[8]=t[8]+e[8],i[9]=t[9]+e[9],i[10]=t[10]+e[10],i[11]=t[11]+e[11],i[12]=t[12]+e[12],i[13]=t[13]+e[13],i[14]=t[14]+e[14],i[15]=t[15]+e[15],i}function Qc(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i[2]=t[2]-e[2],i[3]=t[3]-e[3],i[4]=t[4]-e[4],i[5]=t[5]-e[5],i[6]=t[6]-e[6],i[7]=t[7]-e[7],i[8]=t[8]-e[8],i[9]=t[9]-e[9],i[10]=t[10]-e[10],i[11]=t[11]-e[11],i[12]=t[12]-e[12],i[13]=t[13]-e[13],i[14]=t[14]-e[14],i[15]=t[15]-e[15],i}function Xg(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i[2]=t[2]*e,i[3]=t[3]*e,i[4]=t[4]*e,i[5]=t[5]*e,i[6]=t[6]*e,i[7]=t[7]*e,i[8]=t[8]*e,i[9]=t[9]*e,i[10]=t[10]*e,i[11]=t[11]*e,i[12]=t[12]*e,i[13]=t[13]*e,i[14]=t[14]*e,i[15]=t[15]*e,i}function Kg(i,t,e,o){return i[0]=t[0]+e[0]*o,i[1]=t[1]+e[1]*o,i[2]=t[2]+e[2]*o,i[3]=t[3]+e[3]*o,i[4]=t[4]+e[4]*o,i[5]=t[5]+e[5]*o,i[6]=t[6]+e[6]*o,i[7]=t[7]+e[7]*o,i[8]=t[8]+e[8]*o,i[9]=t[9]+e[9]*o,i[10]=t[10]+e[10]*o,i[11]=t[11]+e[11]*o,i[12]=t[12]+e[12]*o,i[13]=t[13]+e[13]*o,i[14]=t[14]+e[14]*o,i[15]=t[15]+e[15]*o,i}function Jg(i,t){return i[0]===t[0]&&i[1]===t[1]&&i[2]===t[2]&&i[3]===t[3]&&i[4]===t[4]&&i[5]===t[5]&&i[6]===t[6]&&i[7]===t[7]&&i[8]===t[8]&&i[9]===t[9]&&i[10]===t[10]&&i[11]===t[11]&&i[12]===t[12]&&i[13]===t[13]&&i[14]===t[14]&&i[15]===t[15]}function Qg(i,t){let e=i[0],o=i[1],n=i[2],r=i[3],s=i[4],a=i[5],c=i[6],l=i[7],f=i[8],h=i[9],u=i[10],d=i[11],p=i[12],g=i[13],m=i[14],v=i[15],_=t[0],y=t[1],x=t[2],P=t[3],w=t[4],E=t[5],S=t[6],C=t[7],b=t[8],I=t[9],T=t[10],L=t[11],R=t[12],j=t[13],B=t[14],N=t[15];return Math.abs(e-_)<=1e-6*Math.max(1,Math.abs(e),Math.abs(_))&&Math.abs(o-y)<=1e-6*Math.max(1,Math.abs(o),Math.abs(y))&&Math.abs(n-x)<=1e-6*Math.max(1,Math.abs(n),Math.abs(x))&&Math.abs(r-P)<=1e-6*Math.max(1,Math.abs(r),Math.abs(P))&&Math.abs(s-w)<=1e-6*Math.max(1,Math.abs(s),Math.abs(w))&&Math.abs(a-E)<=1e-6*Math.max(1,Math.abs(a),Math.abs(E))&&Math.abs(c-S)<=1e-6*Math.max(1,Math.abs(c),Math.abs(S))&&Math.abs(l-C)<=1e-6*Math.max(1,Math.abs(l),Math.abs(C))&&Math.abs(f-b)<=1e-6*Math.max(1,Math.abs(f),Math.abs(b))&&Math.abs(h-I)<=1e-6*Math.max(1,Math.abs(h),Math.abs(I))&&Math.abs(u-T)<=1e-6*Math.max(1,Math.abs(u),Math.abs(T))&&Math.abs(d-L)<=1e-6*Math.max(1,Math.abs(d),Math.abs(L))&&Math.abs(p-R)<=1e-6*Math.max(1,Math.abs(p),Math.abs(R))&&Math.abs(g-j)<=1e-6*Math.max(1,Math.abs(g),Math.abs(j))&&Math.abs(m-B)<=1e-6*Math.max(1,Math.abs(m),Math.abs(B))&&Math.abs(v-N)<=1e-6*Math.max(1,Math.abs(v),Math.abs(N))}var tm=bi,em=Qc;var kt={};Fe(kt,{add:()=>sm,ceil:()=>am,clone:()=>im,copy:()=>nm,create:()=>tl,cross:()=>xm,dist:()=>Lm,distance:()=>nl,div:()=>Tm,divide:()=>ol,dot:()=>ym,equals:()=>Cm,exactEquals:()=>Sm,floor:()=>cm,forEach:()=>Rm,fromValues:()=>om,inverse:()=>gm,len:()=>Im,length:()=>sl,lerp:()=>vm,max:()=>fm,min:()=>lm,mul:()=>Mm,multiply:()=>il,negate:()=>pm,normalize:()=>mm,random:()=>_m,round:()=>hm,scale:()=>um,scaleAndAdd:()=>dm,set:()=>rm,sqrDist:()=>Am,sqrLen:()=>Om,squaredDistance:()=>rl,squaredLength:()=>al,str:()=>bm,sub:()=>Em,subtract:()=>el,transformMat4:()=>ws,transformQuat:()=>Pm,zero:()=>wm});function tl(){let i=new V(4);return V!=Float32Array&&(i[0]=0,i[1]=0,i[2]=0,i[3]=0),i}function im(i){let t=new V(4);return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t}function om(i,t,e,o){let n=new V(4);return n[0]=i,n[1]=t,n[2]=e,n[3]=o,n}function nm(i,t){return i[0]=t[0],i[1]=t[1],i[2]=t[2],i[3]=t[3],i}function rm(i,t,e,o,n){return i[0]=t,i[1]=e,i[2]=o,i[3]=n,i}function sm(i,t,e){return i[0]=t[0]+e[0],i[1]=t[1]+e[1],i[2]=t[2]+e[2],i[3]=t[3]+e[3],i}function el(i,t,e){return i[0]=t[0]-e[0],i[1]=t[1]-e[1],i[2]=t[2]-e[2],i[3]=t[3]-e[3],i}function il(i,t,e){return i[0]=t[0]*e[0],i[1]=t[1]*e[1],i[2]=t[2]*e[2],i[3]=t[3]*e[3],i}function ol(i,t,e){return i[0]=t[0]/e[0],i[1]=t[1]/e[1],i[2]=t[2]/e[2],i[3]=t[3]/e[3],i}function am(i,t){return i[0]=Math.ceil(t[0]),i[1]=Math.ceil(t[1]),i[2]=Math.ceil(t[2]),i[3]=Math.ceil(t[3]),i}function cm(i,t){return i[0]=Math.floor(t[0]),i[1]=Math.floor(t[1]),i[2]=Math.floor(t[2]),i[3]=Math.floor(t[3]),i}function lm(i,t,e){return i[0]=Math.min(t[0],e[0]),i[1]=Math.min(t[1],e[1]),i[2]=Math.min(t[2],e[2]),i[3]=Math.min(t[3],e[3]),i}function fm(i,t,e){return i[0]=Math.max(t[0],e[0]),i[1]=Math.max(t[1],e[1]),i[2]=Math.max(t[2],e[2]),i[3]=Math.max(t[3],e[3]),i}function hm(i,t){return i[0]=mt(t[0]),i[1]=mt(t[1]),i[2]=mt(t[2]),i[3]=mt(t[3]),i}function um(i,t,e){return i[0]=t[0]*e,i[1]=t[1]*e,i[2]=t[2]*e,i[3]=t[3]*e,i}function dm(i,t,e,o){return i[0]=t[0]+e[0]*o,i[1]=t[1]+e[1]*o,i[2]=t[2]+e[2]*o,i[3]=t[3]+e[3]*o,i}function nl(i,t){let e=t[0]-i[0],o=t[1]-i[1],n=t[2]-i[2],r=t[3]-i[3];return Math.sqrt(e*e+o*o+n*n+r*r)}function rl(i,t){let e=t[0]-i[0],o=t[1]-i[1],n=t[2]-i[2],r=t[3]-i[3];return e*e+o*o+n*n+r*r}function sl(i){let t=i[0],e=i[1],o=i[2],n=i[3];return Math.sqrt(t*t+e*e+o*o+n*n)}function al(i){let t=i[0],e=i[1],o=i[2],n=i[3];return t*t+e*e+o*o+n*n}function pm(i,t){return i[0]=-t[0],i[1]=-t[1],i[2]=-t[2],i[3]=-t[3],i}function gm(i,t){return i[0]=1/t[0],i[1]=1/t[1],i[2]=1/t[2],i[3]=1/t[3],i}function mm(i,t){let e=t[0],o=t[1],n=t[2],r=t[3],s=e*e+o*o+n*n+r*r;return s>0&&(s=1/Math.sqrt(s)),i[0]=e*s,i[1]=o*s,i[2]=n*s,i[3]=r*s,i}function ym(i,t){return i[0]*t[0]+i[1]*t[1]+i[2]*t[2]+i[3]*t[3]}function xm(i,t,e,o){let n=e[0]*o[1]-e[1]*o[0],r=e[0]*o[2]-e[2]*o[0],s=e[0]*o[3]-e[3]*o[0],a=e[1]*o[2]-e[2]*o[1],c=e[1]*o[3]-e[3]*o[1],l=e[2]*o[3]-e[3]*o[2],f=t[0],h=t[1],u=t[2],d=t[3];return i[0]=h*l-u*c+d*a,i[1]=-(f*l)+u*s-d*r,i[2]=f*c-h*s+d*n,i[3]=-(f*a)+h*r-u*n,i}function vm(i,t,e,o){let n=t[0],r=t[1],s=t[2],a=t[3];return i[0]=n+o*(e[0]-n),i[1]=r+o*(e[1]-r),i[2]=s+o*(e[2]-s),i[3]=a+o*(e[3]-a),i}function _m(i,t){t=t===void 0?1:t;let e,o,n,r,s,a;do e=Rt()*2-1,o=Rt()*2-1,s=e*e+o*o;while(s>=1);do n=Rt()*2-1,r=Rt()*2-1,a=n*n+r*r;while(a>=1);let c=Math.sqrt((1-s)/a);return i[0]=t*e,i[1]=t*o,i[2]=t*n*c,i[3]=t*r*c,i}function ws(i,t,e){let o=t[0],n=t[1],r=t[2],s=t[3];return i[0]=e[0]*o+e[4]*n+e[8]*r+e[12]*s,i[1]=e[1]*o+e[5]*n+e[9]*r+e[13]*s,i[2]=e[2]*o+e[6]*n+e[10]*r+e[14]*s,i[3]=e[3]*o+e[7]*n+e[11]*r+e[15]*s,i}function Pm(i,t,e){let o=t[0],n=t[1],r=t[2],s=e[0],a=e[1],c=e[2],l=e[3],f=l*o+a*r-c*n,h=l*n+c*o-s*r,u=l*r+s*n-a*o,d=-s*o-a*n-c*r;return i[0]=f*l+d*-s+h*-c-u*-a,i[1]=h*l+d*-a+u*-s-f*-c,i[2]=u*l+d*-c+f*-a-h*-s,i[3]=t[3],i}function wm(i){return i[0]=0,i[1]=0,i[2]=0,i[3]=0,i}function bm(i){return`vec4(${i[0]}, ${i[1]}, ${i[2]}, ${i[3]})`}function Sm(i,t){return i[0]===t[0]&&i[1]===t[1]&&i[2]===t[2]&&i[3]===t[3]}function Cm(i,t){let e=i[0],o=i[1],n=i[2],r=i[3],s=t[0],a=t[1],c=t[2],l=t[3];return Math.abs(e-s)<=1e-6*Math.max(1,Math.abs(e),Math.abs(s))&&Math.abs(o-a)<=1e-6*Math.max(1,Math.abs(o),Math.abs(a))&&Math.abs(n-c)<=1e-6*Math.max(1,Math.abs(n),Math.abs(c))&&Math.abs(r-l)<=1e-6*Math.max(1,Math.abs(r),Math.abs(l))}var Em=el,Mm=il,Tm=ol,Lm=nl,Am=rl,Im=sl,Om=al,Rm=(function(){let i=tl();return function(t,e,o,n,r,s){let a,c;for(e||(e=4),o||(o=0),n?c=Math.min(n*e+o,t.length):c=t.length,a=o;a<c;a+=e)i[0]=t[a],i[1]=t[a+1],i[2]=t[a+2],i[3]=t[a+3],r(i,i,s),t[a]=i[0],t[a+1]=i[1],t[a+2]=i[2],t[a+3]=i[3];return t}})();var Cs;(function(i){i[i.COL0ROW0=0]="COL0ROW0",i[i.COL0ROW1=1]="COL0ROW1",i[i.COL0ROW2=2]="COL0ROW2",i[i.COL0ROW3=3]="COL0ROW3",i[i.COL1ROW0=4]="COL1ROW0",i[i.COL1ROW1=5]="COL1ROW1",i[i.COL1ROW2=6]="COL1ROW2",i[i.COL1ROW3=7]="COL1ROW3",i[i.COL2ROW0=8]="COL2ROW0",i[i.COL2ROW1=9]="COL2ROW1",i[i.COL2ROW2=10]="COL2ROW2",i[i.COL2ROW3=11]="COL2ROW3",i[i.COL3ROW0=12]="COL3ROW0",i[i.COL3ROW1=13]="COL3ROW1",i[i.COL3ROW2=14]="COL3ROW2",i[i.COL3ROW3=15]="COL3ROW3"})(Cs||(Cs={}));var km=45*Math.PI/180,zm=1,bs=.1,Ss=500,Dm=Object.freeze([1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]),W=class extends wn{static get IDENTITY(){return Nm()}static get ZERO(){return Bm()}get ELEMENTS(){return 16}get RANK(){return 4}get INDICES(){return Cs}constructor(t){super(-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0),arguments.length===1&&Array.isArray(t)?this.copy(t):this.identity()}copy(t){return this[0]=t[0],this[1]=t[1],this[2]=t[2],this[3]=t[3],this[4]=t[4],this[5]=t[5],this[6]=t[6],this[7]=t[7],this[8]=t[8],this[9]=t[9],this[10]=t[10],this[11]=t[11],this[12]=t[12],this[13]=t[13],this[14]=t[14],this[15]=t[15],this.check()}set(t,e,o,n,r,s,a,c,l,f,h,u,d,p,g,m){return this[0]=t,this[1]=e,this[2]=o,this[3]=n,this[4]=r,this[5]=s,this[6]=a,this[7]=c,this[8]=l,this[9]=f,this[10]=h,this[11]=u,this[12]=d,this[13]=p,this[14]=g,this[15]=m,this.check()}setRowMajor(t,e,o,n,r,s,a,c,l,f,h,u,d,p,g,m){return this[0]=t,this[1]=r,this[2]=l,this[3]=d,this[4]=e,this[5]=s,this[6]=f,this[7]=p,this[8]=o,this[9]=a,this[10]=h,this[11]=g,this[12]=n,this[13]=c,this[14]=u,this[15]=m,this.check()}toRowMajor(t){return t[0]=this[0],t[1]=this[4],t[2]=this[8],t[3]=this[12],t[4]=this[1],t[5]=this[5],t[6]=this[9],t[7]=this[13],t[8]=this[2],t[9]=this[6],t[10]=this[10],t[11]=this[14],t[12]=this[3],t[13]=this[7],t[14]=this[11],t[15]=this[15],t}identity(){return this.copy(Dm)}fromObject(t){return this.check()}fromQuaternion(t){return ys(this,t),this.check()}frustum(t){let{left:e,right:o,bottom:n,top:r,near:s=bs,far:a=Ss}=t;return a===1/0?jm(this,e,o,n,r,s):xs(this,e,o,n,r,s,a),this.check()}lookAt(t){let{eye:e,center:o=[0,0,0],up:n=[0,1,0]}=t;return Ps(this,e,o,n),this.check()}ortho(t){let{left:e,right:o,bottom:n,top:r,near:s=bs,far:a=Ss}=t;return _s(this,e,o,n,r,s,a),this.check()}orthographic(t){let{fovy:e=km,aspect:o=zm,focalDistance:n=1,near:r=bs,far:s=Ss}=t;cl(e);let a=e/2,c=n*Math.tan(a),l=c*o;return this.ortho({left:-l,right:l,bottom:-c,top:c,near:r,far:s})}perspective(t){let{fovy:e=45*Math.PI/180,aspect:o=1,near:n=.1,far:r=500}=t;return cl(e),vs(this,e,o,n,r),this.check()}determinant(){return fs(this)}getScale(t=[-0,-0,-0]){return t[0]=Math.sqrt(this[0]*this[0]+this[1]*this[1]+this[2]*this[2]),t[1]=Math.sqrt(this[4]*this[4]+this[5]*this[5]+this[6]*this[6]),t[2]=Math.sqrt(this[8]*this[8]+this[9]*this[9]+this[10]*this[10]),t}getTranslation(t=[-0,-0,-0]){return t[0]=this[12],t[1]=this[13],t[2]=this[14],t}getRotation(t,e){t=t||[-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0,-0],e=e||[-0,-0,-0];let o=this.getScale(e),n=1/o[0],r=1/o[1],s=1/o[2];return t[0]=this[0]*n,t[1]=this[1]*r,t[2]=this[2]*s,t[3]=0,t[4]=this[4]*n,t[5]=this[5]*r,t[6]=this[6]*s,t[7]=0,t[8]=this[8]*n,t[9]=this[9]*r,t[10]=this[10]*s,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,t}getRotationMatrix3(t,e){t=t||[-0,-0,-0,-0,-0,-0,-0,-0,-0],e=e||[-0,-0,-0];let o=this.getScale(e),n=1/o[0],r=1/o[1],s=1/o[2];return t[0]=this[0]*n,t[1]=this[1]*r,t[2]=this[2]*s,t[3]=this[4]*n,t[4]=this[5]*r,t[5]=this[6]*s,t[6]=this[8]*n,t[7]=this[9]*r,t[8]=this[10]*s,t}transpose(){return cs(this,this),this.check()}invert(){return ls(this,this),this.check()}multiplyLeft(t){return bi(this,t,this),this.check()}multiplyRight(t){return bi(this,this,t),this.check()}rotateX(t){return ps(this,this,t),this.check()}rotateY(t){return gs(this,this,t),this.check()}rotateZ(t){return ms(this,this,t),this.check()}rotateXYZ(t){return this.rotateX(t[0]).rotateY(t[1]).rotateZ(t[2])}rotateAxis(t,e){return ds(this,this,t,e),this.check()}scale(t){return us(this,this,Array.isArray(t)?t:[t,t,t]),this.check()}translate(t){return hs(this,this,t),this.check()}transform(t,e){return t.length===4?(e=ws(e||[-0,-0,-0,-0],t,this),yn(e,4),e):this.transformAsPoint(t,e)}transformAsPoint(t,e){let{length:o}=t,n;switch(o){case 2:n=Jr(e||[-0,-0],t,this);break;case 3:n=wi(e||[-0,-0,-0],t,this);break;default:throw new Error("Illegal vector")}return yn(n,t.length),n}transformAsVector(t,e){let o;switch(t.length){case 2:o=Nc(e||[-0,-0],t,this);break;case 3:o=_n(e||[-0,-0,-0],t,this);break;default:throw new Error("Illegal vector")}return yn(o,t.length),o}transformPoint(t,e){return this.transformAsPoint(t,e)}transformVector(t,e){return this.transformAsPoint(t,e)}transformDirection(t,e){return this.transformAsVector(t,e)}makeRotationX(t){return this.identity().rotateX(t)}makeTranslation(t,e,o){return this.identity().translate([t,e,o])}},bn,Sn;function Bm(){return bn||(bn=new W([0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]),Object.freeze(bn)),bn}function Nm(){return Sn||(Sn=new W,Object.freeze(Sn)),Sn}function cl(i){if(i>Math.PI*2)throw Error("expected radians")}function jm(i,t,e,o,n,r){let s=2*r/(e-t),a=2*r/(n-o),c=(e+t)/(e-t),l=(n+o)/(n-o),f=-1,h=-1,u=-2*r;return i[0]=s,i[1]=0,i[2]=0,i[3]=0,i[4]=0,i[5]=a,i[6]=0,i[7]=0,i[8]=c,i[9]=l,i[10]=f,i[11]=h,i[12]=0,i[13]=0,i[14]=u,i[15]=0,i}var Fm=[255,255,255],Um=1,Vm=[0,0,-1],Wm=0,Ge=class{constructor(t={}){this.type="directional";let{color:e=Fm}=t,{intensity:o=Um}=t,{direction:n=Vm}=t,{_shadow:r=!1}=t;this.id=t.id||`directional-${Wm++}`,this.color=e,this.intensity=o,this.type="directional",this.direction=new Q(n).normalize().toArray(),this.shadow=r}getProjectedLight(t){return this}};var Si=class{constructor(t,e={id:"pass"}){let{id:o}=e;this.id=o,this.device=t,this.props={...e}}setProps(t){Object.assign(this.props,t)}render(t){}cleanup(){}};var Gm={depthWriteEnabled:!0,depthCompare:"less-equal",blendColorOperation:"add",blendColorSrcFactor:"one",blendColorDstFactor:"one-minus-src-alpha",blendAlphaOperation:"add",blendAlphaSrcFactor:"one",blendAlphaDstFactor:"one-minus-src-alpha"},Yt=class extends Si{constructor(){super(...arguments),this._lastRenderIndex=-1}render(t){this._render(t)}_render(t){let{canvasContext:e=this.device.canvasContext}=t,o=t.target??e.getCurrentFramebuffer(),[n,r]=e.getDrawingBufferSize(),s=t.clearCanvas??!0,a=t.clearColor??(s?[0,0,0,0]:!1),c=s?1:!1,l=s?0:!1,f=t.colorMask??15,h={viewport:[0,0,n,r]};t.colorMask&&(h.colorMask=f),t.scissorRect&&(h.scissorRect=t.scissorRect);let{shaderModuleProps:u,viewports:d,views:p,onViewportActive:g,clearStack:m=!0}=t,v=t.pass||"unknown",_=this.device.type==="webgpu";m&&(this._lastRenderIndex=-1);let y=[];if(!d.length)return this.device.beginRenderPass({framebuffer:o,parameters:h,clearColor:a,clearDepth:c,clearStencil:l}).end(),this.device.submit(),y;try{for(let x of d){g?.(x);let P=this._getDrawLayerParams(x,t),w=p&&p[x.id],E=x.subViewports||[x],S=_?E.map(C=>[C]):[E];for(let C of S){let b=this.device.beginRenderPass({framebuffer:o,parameters:h,clearColor:a,clearDepth:c,clearStencil:l});try{for(let I of C){let T=this._drawLayersInViewport(b,{target:o,canvasContext:e,shaderModuleProps:u,viewport:I,view:w,pass:v,layers:t.layers,isPicking:t.isPicking},P);y.push(T)}}finally{b.end(),_&&this.device.submit()}a=!1,c=!1,l=!1}}return y}finally{_||this.device.submit()}}_getDrawLayerParams(t,{layers:e,pass:o,isPicking:n=!1,layerFilter:r,cullRect:s,views:a,effects:c,canvasContext:l=this.device.canvasContext,shaderModuleProps:f},h=!1){let u=[],d=fl(this._lastRenderIndex+1),p={layer:e[0],viewport:t,isPicking:n,renderPass:o,cullRect:s},g={};for(let m=0;m<e.length;m++){let v=e[m],_=this._shouldDrawLayer(v,p,r,g),y={shouldDrawLayer:_};if(_&&!h){y.shouldDrawLayer=!0,y.layerRenderIndex=d(v,_),y.shaderModuleProps=this._getShaderModuleProps(v,c,o,l,f);let x=v.context.device.type==="webgpu"?Gm:null;y.layerParameters={...x,...v.context.deck?.props.parameters,...a?.[t.id]?.props.parameters,...this.getLayerParameters(v,m,t)}}u[m]=y}return u}_drawLayersInViewport(t,{layers:e,shaderModuleProps:o,pass:n,target:r,canvasContext:s,viewport:a,view:c,isPicking:l},f){let h=Ym(this.device,{canvasContext:s,shaderModuleProps:o,target:r,viewport:a});if(c){let{clear:d,clearColor:p,clearDepth:g,clearStencil:m}=c.props;if(d){let v=[0,0,0,0],_=1,y=0;Array.isArray(p)&&!l?v=[...p.slice(0,3),p[3]||255].map(P=>P/255):p===!1&&(v=!1),g!==void 0&&(_=g),m!==void 0&&(y=m),this.device.beginRenderPass({framebuffer:r,parameters:{viewport:h,scissorRect:h},clearColor:v,clearDepth:_,clearStencil:y}).end()}}let u={totalCount:e.length,visibleCount:0,compositeCount:0,pickableCount:0};t.setParameters({viewport:h});for(let d=0;d<e.length;d++){let p=e[d],g=f[d],{shouldDrawLayer:m}=g;if(m&&p.props.pickable&&u.pickableCount++,p.isComposite&&u.compositeCount++,p.isDrawable&&g.shouldDrawLayer){let{layerRenderIndex:v,shaderModuleProps:_,layerParameters:y}=g;u.visibleCount++,this._lastRenderIndex=Math.max(this._lastRenderIndex,v),_.project&&(_.project.viewport=a),p.context.renderPass=t;try{p._drawLayer({renderPass:t,shaderModuleProps:_,uniforms:{layerIndex:v},parameters:y})}catch(x){p.raiseError(x,`drawing ${p} to ${n}`)}}}return u}shouldDrawLayer(t){return!0}getShaderModuleProps(t,e,o){return null}getLayerParameters(t,e,o){return t.props.parameters}_shouldDrawLayer(t,e,o,n){if(!(t.props.visible&&this.shouldDrawLayer(t)))return!1;e.layer=t;let s=t.parent;for(;s;){if(!s.props.visible||!s.filterSubLayer(e))return!1;e.layer=s,s=s.parent}if(o){let a=e.layer.id;if(a in n||(n[a]=o(e)),!n[a])return!1}return t.activateViewport(e.viewport),!0}_getShaderModuleProps(t,e,o,n,r){let s=n.cssToDeviceRatio(),a=t.internalState?.propsInTransition||t.props,c={layer:a,picking:{isActive:!1},project:{viewport:t.context.viewport,devicePixelRatio:s,modelMatrix:a.modelMatrix,coordinateSystem:a.coordinateSystem,coordinateOrigin:a.coordinateOrigin,autoWrapLongitude:t.wrapLongitude}};if(e)for(let l of e)ll(c,l.getShaderModuleProps?.(t,c));for(let l of t.context.defaultShaderModules)l.name in c||(c[l.name]={});return ll(c,this.getShaderModuleProps(t,e,c),r)}};function fl(i=0,t={}){let e={},o=(n,r)=>{let s=n.props._offset,a=n.id,c=n.parent&&n.parent.id,l;if(c&&!(c in t)&&o(n.parent,!1),c in e){let f=e[c]=e[c]||fl(t[c],t);l=f(n,r),e[a]=f}else Number.isFinite(s)?(l=s+(t[c]||0),e[a]=null):l=i;return r&&l>=i&&(i=l+1),t[a]=l,l};return o}function Ym(i,{canvasContext:t=i.canvasContext,shaderModuleProps:e,target:o,viewport:n}){let r=e?.project?.devicePixelRatio??t.cssToDeviceRatio(),[,s]=t.getDrawingBufferSize(),a=o?o.height:s,c=n;return[c.x*r,a-(c.y+c.height)*r,c.width*r,c.height*r]}function ll(i,...t){for(let e of t)if(e)for(let o in e)i[o]?Object.assign(i[o],e[o]):i[o]=e[o];return i}var Ci=class extends Yt{constructor(t,e){super(t,e);let o=t.createTexture({format:"rgba8unorm",width:1,height:1,sampler:{minFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"}}),n=t.createTexture({format:"depth16unorm",width:1,height:1});this.fbo=t.createFramebuffer({id:"shadowmap",width:1,height:1,colorAttachments:[o],depthStencilAttachment:n})}delete(){this.fbo&&(this.fbo.destroy(),this.fbo=null)}getShadowMap(){return this.fbo.colorAttachments[0].texture}render(t){let e=this.fbo,o=this.device.canvasContext.cssToDeviceRatio(),n=t.viewports[0],r=n.width*o,s=n.height*o,a=[1,1,1,1];(r!==e.width||s!==e.height)&&e.resize({width:r,height:s}),super.render({...t,clearColor:a,target:e,pass:"shadow"})}getLayerParameters(t,e,o){return{...t.props.parameters,blend:!1,depthWriteEnabled:!0,depthCompare:"less-equal"}}shouldDrawLayer(t){return t.props.shadowEnabled!==!1}getShaderModuleProps(t,e,o){return{shadow:{project:o.project,drawToShadowMap:!0}}}};var $m=new Ue({id:"deck"}),A=$m;var O;(function(i){i[i.Start=1]="Start",i[i.Move=2]="Move",i[i.End=4]="End",i[i.Cancel=8]="Cancel"})(O||(O={}));var F;(function(i){i[i.None=0]="None",i[i.Left=1]="Left",i[i.Right=2]="Right",i[i.Up=4]="Up",i[i.Down=8]="Down",i[i.Horizontal=3]="Horizontal",i[i.Vertical=12]="Vertical",i[i.All=15]="All"})(F||(F={}));var M;(function(i){i[i.Possible=1]="Possible",i[i.Began=2]="Began",i[i.Changed=4]="Changed",i[i.Ended=8]="Ended",i[i.Recognized=8]="Recognized",i[i.Cancelled=16]="Cancelled",i[i.Failed=32]="Failed"})(M||(M={}));var hl="compute",Es="auto",ve="manipulation",_e="none",Ei="pan-x",Mi="pan-y";function Ms(i){if(i.includes(_e))return _e;let t=i.includes(Ei),e=i.includes(Mi);return t&&e?_e:t||e?t?Ei:Mi:i.includes(ve)?ve:Es}var Ti=class{constructor(t,e){this.actions="",this.manager=t,this.set(e)}set(t){t===hl&&(t=this.compute()),this.manager.element&&(this.manager.element.style.touchAction=t,this.actions=t)}update(){this.set(this.manager.options.touchAction)}compute(){let t=[];for(let e of this.manager.recognizers)e.options.enable&&(t=t.concat(e.getTouchAction()));return Ms(t.join(" "))}};function Ye(i){return i.trim().split(/\s+/g)}function Cn(i,t,e){if(i)for(let o of Ye(t))i.addEventListener(o,e,!1)}function En(i,t,e){if(i)for(let o of Ye(t))i.removeEventListener(o,e,!1)}function Ts(i){return(i.ownerDocument||i).defaultView}function Ls(i,t){let e=i;for(;e;){if(e===t)return!0;e=e.parentNode}return!1}function Mn(i){let t=i.length;if(t===1)return{x:Math.round(i[0].clientX),y:Math.round(i[0].clientY)};let e=0,o=0,n=0;for(;n<t;)e+=i[n].clientX,o+=i[n].clientY,n++;return{x:Math.round(e/t),y:Math.round(o/t)}}function As(i){let t=[],e=0;for(;e<i.pointers.length;)t[e]={clientX:Math.round(i.pointers[e].clientX),clientY:Math.round(i.pointers[e].clientY)},e++;return{timeStamp:Date.now(),pointers:t,center:Mn(t),deltaX:i.deltaX,deltaY:i.deltaY}}function $e(i,t){let e=t.x-i.x,o=t.y-i.y;return Math.sqrt(e*e+o*o)}function Li(i,t){let e=t.clientX-i.clientX,o=t.clientY-i.clientY;return Math.sqrt(e*e+o*o)}function ul(i,t){let e=t.x-i.x,o=t.y-i.y;return Math.atan2(o,e)*180/Math.PI}function Is(i,t){let e=t.clientX-i.clientX,o=t.clientY-i.clientY;return Math.atan2(o,e)*180/Math.PI}function He(i,t){return i===t?F.None:Math.abs(i)>=Math.abs(t)?i<0?F.Left:F.Right:t<0?F.Up:F.Down}function dl(i,t){let e=t.center,o=i.offsetDelta,n=i.prevDelta,r=i.prevInput;return(t.eventType===O.Start||r?.eventType===O.End)&&(n=i.prevDelta={x:r?.deltaX||0,y:r?.deltaY||0},o=i.offsetDelta={x:e.x,y:e.y}),{deltaX:n.x+(e.x-o.x),deltaY:n.y+(e.y-o.y)}}function Tn(i,t,e){return{x:t/i||0,y:e/i||0}}function pl(i,t){return Li(t[0],t[1])/Li(i[0],i[1])}function gl(i,t){return Is(t[1],t[0])-Is(i[1],i[0])}function ml(i,t){let e=i.lastInterval||t,o=t.timeStamp-e.timeStamp,n,r,s,a;if(t.eventType!==O.Cancel&&(o>25||e.velocity===void 0)){let c=t.deltaX-e.deltaX,l=t.deltaY-e.deltaY,f=Tn(o,c,l);r=f.x,s=f.y,n=Math.abs(f.x)>Math.abs(f.y)?f.x:f.y,a=He(c,l),i.lastInterval=t}else n=e.velocity,r=e.velocityX,s=e.velocityY,a=e.direction;t.velocity=n,t.velocityX=r,t.velocityY=s,t.direction=a}function Os(i,t){return"pointerId"in i?i.pointerId:t}function yl(i,t){i.movementOrigin=new Map(t.map((e,o)=>[Os(e,o),{clientX:e.clientX,clientY:e.clientY}])),i.firstMovementTime=void 0}function Zm(i,t){let e=t.pointers.map(Os);if(i.movementOrigin?.size===e.length&&e.every(n=>i.movementOrigin.has(n))||yl(i,t.pointers),t.distancePerPointer=t.pointers.map((n,r)=>Li(i.movementOrigin.get(e[r]),n)),t.eventType&O.Move&&t.distancePerPointer.some(n=>n>0)&&(i.firstMovementTime??(i.firstMovementTime=t.timeStamp)),t.movementDeltaTime=i.firstMovementTime===void 0?0:t.timeStamp-i.firstMovementTime,t.eventType&(O.End|O.Cancel)){let n=t.changedPointers.map(r=>Os(r,t.pointers.indexOf(r)));yl(i,t.pointers.filter((r,s)=>!n.includes(e[s])))}}function xl(i,t){let{session:e}=i,{pointers:o}=t,{length:n}=o;e.firstInput||(e.firstInput=As(t)),n>1&&!e.firstMultiple?e.firstMultiple=As(t):n===1&&(e.firstMultiple=!1);let{firstInput:r,firstMultiple:s}=e,a=s?s.center:r.center,c=t.center=Mn(o);t.timeStamp=Date.now(),t.deltaTime=t.timeStamp-r.timeStamp,Zm(e,t),t.angle=ul(a,c),t.distance=$e(a,c);let{deltaX:l,deltaY:f}=dl(e,t);t.deltaX=l,t.deltaY=f,t.offsetDirection=He(t.deltaX,t.deltaY);let h=Tn(t.deltaTime,t.deltaX,t.deltaY);t.overallVelocityX=h.x,t.overallVelocityY=h.y,t.overallVelocity=Math.abs(h.x)>Math.abs(h.y)?h.x:h.y,t.scale=s?pl(s.pointers,o):1,t.rotation=s?gl(s.pointers,o):0,t.maxPointers=e.prevInput?t.pointers.length>e.prevInput.maxPointers?t.pointers.length:e.prevInput.maxPointers:t.pointers.length;let u=i.element;return Ls(t.srcEvent.target,u)&&(u=t.srcEvent.target),t.target=u,ml(e,t),t}function vl(i,t,e){let o=e.pointers.length,n=e.changedPointers.length,r=t&O.Start&&o-n===0,s=t&(O.End|O.Cancel)&&o-n===0;e.isFirst=!!r,e.isFinal=!!s,r&&(i.session={}),e.eventType=t;let a=xl(i,e);i.emit("hammer.input",a),i.recognize(a),i.session.prevInput=a}var Ai=class{constructor(t){this.evEl="",this.evWin="",this.evTarget="",this.domHandler=e=>{this.manager.options.enable&&this.handler(e)},this.manager=t,this.element=t.element,this.target=t.options.inputTarget||t.element}callback(t,e){vl(this.manager,t,e)}init(){Cn(this.element,this.evEl,this.domHandler),Cn(this.target,this.evTarget,this.domHandler),Cn(Ts(this.element),this.evWin,this.domHandler)}destroy(){En(this.element,this.evEl,this.domHandler),En(this.target,this.evTarget,this.domHandler),En(Ts(this.element),this.evWin,this.domHandler)}};var qm={pointerdown:O.Start,pointermove:O.Move,pointerup:O.End,pointercancel:O.Cancel,pointerout:O.Cancel},Xm="pointerdown",Km="pointermove pointerup pointercancel",Ii=class extends Ai{constructor(t){super(t),this.evEl=Xm,this.evWin=Km,this.store=this.manager.session.pointerEvents=[],this.init()}handler(t){let{store:e}=this,o=!1,n=qm[t.type],r=t.pointerType,s=r==="touch",a=e.findIndex(c=>c.pointerId===t.pointerId);n&O.Start&&(t.buttons||s)?a<0&&(e.push(t),a=e.length-1):n&(O.End|O.Cancel)&&(o=!0),!(a<0)&&(e[a]=t,this.callback(n,{pointers:e,changedPointers:[t],eventType:n,pointerType:r,srcEvent:t}),o&&e.splice(a,1))}};var Jm=["","webkit","Moz","MS","ms","o"];function _l(i,t){let e=t[0].toUpperCase()+t.slice(1);for(let o of Jm){let n=o?o+e:t;if(n in i)return n}}var Qm=1,Pl=2,wl={touchAction:"compute",enable:!0,inputTarget:null,cssProps:{userSelect:"none",userDrag:"none",touchCallout:"none",tapHighlightColor:"rgba(0,0,0,0)"}},Oi=class{constructor(t,e){this.options={...wl,...e,cssProps:{...wl.cssProps,...e.cssProps},inputTarget:e.inputTarget||t},this.handlers={},this.session={},this.recognizers=[],this.oldCssProps={},this.element=t,this.input=new Ii(this),this.touchAction=new Ti(this,this.options.touchAction),this.toggleCssProps(!0)}set(t){return Object.assign(this.options,t),t.touchAction&&this.touchAction.update(),t.inputTarget&&(this.input.destroy(),this.input.target=t.inputTarget,this.input.init()),this}stop(t){this.session.stopped=t?Pl:Qm}recognize(t){let{session:e}=this;if(e.stopped)return;this.session.prevented&&t.srcEvent.preventDefault();let o,{recognizers:n}=this,{curRecognizer:r}=e;(!r||r&&r.state&M.Recognized)&&(r=e.curRecognizer=null);let s=0;for(;s<n.length;)o=n[s],e.stopped!==Pl&&(!r||o===r||o.canRecognizeWith(r))?o.recognize(t):o.reset(),!r&&o.state&(M.Began|M.Changed|M.Ended)&&(r=e.curRecognizer=o),s++}get(t){let{recognizers:e}=this;for(let o=0;o<e.length;o++)if(e[o].options.event===t)return e[o];return null}add(t){if(Array.isArray(t)){for(let o of t)this.add(o);return this}let e=this.get(t.options.event);return e&&this.remove(e),this.recognizers.push(t),t.manager=this,this.touchAction.update(),t}remove(t){if(Array.isArray(t)){for(let o of t)this.remove(o);return this}let e=typeof t=="string"?this.get(t):t;if(e){let{recognizers:o}=this,n=o.indexOf(e);n!==-1&&(o.splice(n,1),this.touchAction.update())}return this}on(t,e){if(!t||!e)return;let{handlers:o}=this;for(let n of Ye(t))o[n]=o[n]||[],o[n].push(e)}off(t,e){if(!t)return;let{handlers:o}=this;for(let n of Ye(t))e?o[n]&&o[n].splice(o[n].indexOf(e),1):delete o[n]}emit(t,e){let o=this.handlers[t]&&this.handlers[t].slice();if(!o||!o.length)return;let n=e;n.type=t,n.preventDefault=function(){e.srcEvent.preventDefault()};let r=0;for(;r<o.length;)o[r](n),r++}destroy(){this.toggleCssProps(!1),this.handlers={},this.session={},this.input.destroy(),this.element=null}toggleCssProps(t){let{element:e}=this;if(e){for(let[o,n]of Object.entries(this.options.cssProps)){let r=_l(e.style,o);t?(this.oldCssProps[r]=e.style[r],e.style[r]=n):e.style[r]=this.oldCssProps[r]||""}t||(this.oldCssProps={})}}};var ty=1;function bl(){return ty++}function Rs(i){return i&M.Cancelled?"cancel":i&M.Ended?"end":i&M.Changed?"move":i&M.Began?"start":""}var Ct=class{constructor(t){this.options=t,this.id=bl(),this.state=M.Possible,this.simultaneous={},this.requireFail=[]}set(t){return Object.assign(this.options,t),this.manager.touchAction.update(),this}recognizeWith(t){if(Array.isArray(t)){for(let n of t)this.recognizeWith(n);return this}let e;if(typeof t=="string"){if(e=this.manager.get(t),!e)throw new Error(`Cannot find recognizer ${t}`)}else e=t;let{simultaneous:o}=this;return o[e.id]||(o[e.id]=e,e.recognizeWith(this)),this}dropRecognizeWith(t){if(Array.isArray(t)){for(let o of t)this.dropRecognizeWith(o);return this}let e;return typeof t=="string"?e=this.manager.get(t):e=t,e&&delete this.simultaneous[e.id],this}requireFailure(t){if(Array.isArray(t)){for(let n of t)this.requireFailure(n);return this}let e;if(typeof t=="string"){if(e=this.manager.get(t),!e)throw new Error(`Cannot find recognizer ${t}`)}else e=t;let{requireFail:o}=this;return o.indexOf(e)===-1&&(o.push(e),e.requireFailure(this)),this}dropRequireFailure(t){if(Array.isArray(t)){for(let o of t)this.dropRequireFailure(o);return this}let e;if(typeof t=="string"?e=this.manager.get(t):e=t,e){let o=this.requireFail.indexOf(e);o>-1&&this.requireFail.splice(o,1)}return this}hasRequireFailures(){return!!this.requireFail.find(t=>t.options.enable)}canRecognizeWith(t){return!!this.simultaneous[t.id]}emit(t){if(!t)return;let{state:e}=this;e<M.Ended&&this.manager.emit(this.options.event+Rs(e),t),this.manager.emit(this.options.event,t),t.additionalEvent&&this.manager.emit(t.additionalEvent,t),e>=M.Ended&&this.manager.emit(this.options.event+Rs(e),t)}tryEmit(t){this.canEmit()?this.emit(t):this.state=M.Failed}canEmit(){let t=0;for(;t<this.requireFail.length;){if(!(this.requireFail[t].state&(M.Failed|M.Possible)))return!1;t++}return!0}recognize(t){let e={...t};if(!this.options.enable){this.reset(),this.state=M.Failed;return}this.state&(M.Recognized|M.Cancelled|M.Failed)&&(this.state=M.Possible),this.state=this.process(e),this.state&(M.Began|M.Changed|M.Ended|M.Cancelled)&&this.tryEmit(e)}getEventNames(){return[this.options.event]}reset(){}};function ey(i){return Math.abs(((i+180)%360+360)%360-180)}function iy(i,t){return(t.distance===void 0||i.distance>=t.distance)&&(t.distancePerPointer===void 0||i.distancePerPointer.length>0&&i.distancePerPointer.every(e=>e>=t.distancePerPointer))&&(t.movementDeltaTime===void 0||i.movementDeltaTime>=t.movementDeltaTime)&&(t.rotation===void 0||ey(i.rotation)>=t.rotation)&&(t.scale===void 0||Math.abs(i.scale-1)>=t.scale)}var Pe=class extends Ct{attrTest(t){let e=this.options.pointers;return e===0||t.pointers.length===e}coherentTest(t){let e=this.options.coherent;return!e?.length||e.some(o=>iy(t,o))}process(t){let{state:e}=this,{eventType:o}=t,n=e&(M.Began|M.Changed),r=this.attrTest(t);return n&&(o&O.Cancel||!r)?e|M.Cancelled:n||r?o&O.End?e|M.Ended:e&M.Began?e|M.Changed:M.Began:M.Failed}};var oy=["","start","move","end","cancel"],Ze=class extends Ct{constructor(t={}){super({enable:!0,event:"doubleclickdrag",pointers:1,interval:500,time:350,threshold:28,dragThreshold:1,pixelsPerScale:120,...t}),this._tapStart=null,this._lastTap=null,this._drag=null,this._emittedStart=!1}getTouchAction(){return[ve]}getEventNames(){return oy.map(t=>this.options.event+t)}process(t){let{options:e}=this;return t.pointers.length===e.pointers?t.eventType&O.Start?this._handleStart(t):t.eventType&O.Move?this._handleMove(t):t.eventType&O.Cancel?this._handleEnd(t,!0):t.eventType&O.End?this._handleEnd(t,!1):M.Failed:(this.reset(),M.Failed)}reset(){this._tapStart=null,this._lastTap=null,this._drag=null,this._emittedStart=!1}emit(t){if(t){if(this.state===M.Began){if(!this._drag?.active||this._emittedStart)return;this._emittedStart=!0,this.manager.emit(`${this.options.event}start`,t),this.manager.emit(this.options.event,t);return}if(this.state===M.Changed){if(!this._emittedStart)return;this.manager.emit(`${this.options.event}move`,t),this.manager.emit(this.options.event,t);return}if(this.state===M.Ended){if(!this._emittedStart)return;this.manager.emit(this.options.event,t),this.manager.emit(`${this.options.event}end`,t),this._emittedStart=!1;return}if(this.state===M.Cancelled){if(!this._emittedStart)return;this.manager.emit(this.options.event,t),this.manager.emit(`${this.options.event}cancel`,t),this._emittedStart=!1}}}_handleStart(t){let e=this._getPointerId(t);return this._lastTap&&this._isTapMatch(t,this._lastTap)?(this._tapStart=null,this._lastTap=null,this._drag={startCenter:t.center,pointerId:e,active:!1},this._emittedStart=!1,M.Began):(this._tapStart={center:t.center,timeStamp:t.timeStamp,pointerId:e},this._lastTap=null,this._drag=null,this._emittedStart=!1,M.Failed)}_handleMove(t){if(!this._drag||!this._isSamePointer(t,this._drag.pointerId))return M.Failed;let e=this._drag.startCenter.y-t.center.y;return!this._drag.active&&Math.abs(e)<this.options.dragThreshold?M.Began:(this._drag.active=!0,t.scale=Math.pow(2,e/this.options.pixelsPerScale),this._emittedStart?M.Changed:M.Began)}_handleEnd(t,e){if(this._drag&&this._isSamePointer(t,this._drag.pointerId)){let{active:o,startCenter:n}=this._drag;if(this._drag=null,this._tapStart=null,this._lastTap=null,!o)return this._emittedStart=!1,M.Failed;let r=n.y-t.center.y;return t.scale=Math.pow(2,r/this.options.pixelsPerScale),e?M.Cancelled:M.Ended}return!this._tapStart||!this._isSamePointer(t,this._tapStart.pointerId)?(e&&this.reset(),M.Failed):(this._isValidTap(t)?this._lastTap={center:t.center,timeStamp:t.timeStamp,pointerId:this._tapStart.pointerId}:this._lastTap=null,this._tapStart=null,M.Failed)}_isTapMatch(t,e){return t.timeStamp-e.timeStamp<=this.options.interval&&$e(t.center,e.center)<=this.options.threshold}_isValidTap(t){return t.deltaTime<=this.options.time&&t.distance<=this.options.threshold}_getPointerId(t){return"pointerId"in t.srcEvent?t.srcEvent.pointerId:null}_isSamePointer(t,e){return e===null||this._getPointerId(t)===e}};var we=class extends Ct{constructor(t={}){super({enable:!0,event:"tap",pointers:1,taps:1,interval:300,time:250,threshold:9,posThreshold:10,...t}),this.pTime=null,this.pCenter=null,this._timer=null,this._input=null,this.count=0}getTouchAction(){return[ve]}process(t){let{options:e}=this,o=t.pointers.length===e.pointers,n=t.distance<e.threshold,r=t.deltaTime<e.time;if(this.reset(),t.eventType&O.Start&&this.count===0)return this.failTimeout();if(n&&r&&o){if(t.eventType!==O.End)return this.failTimeout();let s=this.pTime?t.timeStamp-this.pTime<e.interval:!0,a=!this.pCenter||$e(this.pCenter,t.center)<e.posThreshold;if(this.pTime=t.timeStamp,this.pCenter=t.center,!a||!s?this.count=1:this.count+=1,this._input=t,this.count%e.taps===0)return this.hasRequireFailures()?(this._timer=setTimeout(()=>{this.state=M.Recognized,this.tryEmit(this._input)},e.interval),M.Began):M.Recognized}return M.Failed}failTimeout(){return this._timer=setTimeout(()=>{this.state=M.Failed},this.options.interval),M.Failed}reset(){clearTimeout(this._timer)}emit(t){this.state===M.Recognized&&(t.tapCount=this.count,this.manager.emit(this.options.event,t))}};var qe=class extends Pe{constructor(){super(...arguments),this.wheelSession=null,this.wheelSessionUnsubscribe=null,this.handleWheelSessionEvent=t=>{t.device==="trackpad"&&this.handleTrackpadEvent(t)}}set(t){let{wheelSession:e,...o}=t;return e&&e!==this.wheelSession&&(this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=null,this.wheelSession=e),super.set(o),this.updateWheelSessionSubscription(),this}getTrackpadInput(t,e={}){let{srcEvent:o}=t,n=e.deltaX??t.deltaX,r=e.deltaY??t.deltaY,s=He(n,r),a=Math.sqrt(t.deltaX*t.deltaX+t.deltaY*t.deltaY),c=o;return{pointers:[c,c],changedPointers:[c,c],pointerType:"trackpad",srcEvent:c,eventType:t.eventType,timeStamp:t.timeStamp,deltaTime:t.deltaTime,center:t.center,deltaX:n,deltaY:r,angle:Math.atan2(r,n)*180/Math.PI,distance:Math.sqrt(n*n+r*r),distancePerPointer:[a,a],movementDeltaTime:t.deltaTime,scale:1,rotation:0,direction:s,offsetDirection:s,velocity:t.velocity,velocityX:t.velocityX,velocityY:t.velocityY,overallVelocity:t.overallVelocity,overallVelocityX:t.overallVelocityX,overallVelocityY:t.overallVelocityY,maxPointers:2,target:o.target||this.manager.element,additionalEvent:"",...e}}updateWheelSessionSubscription(){let t=!!(this.wheelSession&&this.options.enable&&this.options.trackpad&&this.options.pointers===2);t&&!this.wheelSessionUnsubscribe?this.wheelSessionUnsubscribe=this.wheelSession.on(this.handleWheelSessionEvent):!t&&this.wheelSessionUnsubscribe&&(this.wheelSessionUnsubscribe(),this.wheelSessionUnsubscribe=null)}};var ny=["","start","move","end","cancel","up","down","left","right"],ie=class extends qe{constructor(t={}){super({enable:!0,pointers:1,event:"pan",threshold:10,direction:F.All,trackpad:!1,coherent:[],...t}),this.trackpadGesture=!1,this.pX=null,this.pY=null}getTouchAction(){let{options:{direction:t}}=this,e=[];return t&F.Horizontal&&e.push(Mi),t&F.Vertical&&e.push(Ei),e}getEventNames(){return ny.map(t=>this.options.event+t)}directionTest(t){let{options:e}=this,o=!0,{distance:n}=t,{direction:r}=t,s=t.deltaX,a=t.deltaY;return r&e.direction||(e.direction&F.Horizontal?(r=s===0?F.None:s<0?F.Left:F.Right,o=s!==this.pX,n=Math.abs(t.deltaX)):(r=a===0?F.None:a<0?F.Up:F.Down,o=a!==this.pY,n=Math.abs(t.deltaY))),t.direction=r,o&&n>e.threshold&&!!(r&e.direction)}attrTest(t){let e=!!(this.state&M.Began),o=!(this.options.coherent?.length&&t.eventType&(O.End|O.Cancel));return super.attrTest(t)&&(e||o&&this.coherentTest(t)&&this.directionTest(t))}emit(t){this.pX=t.deltaX,this.pY=t.deltaY;let e=F[t.direction].toLowerCase();e&&(t.additionalEvent=this.options.event+e),super.emit(t)}handleTrackpadEvent(t){t.isFirst&&(this.trackpadGesture=!t.srcEvent.ctrlKey,!this.trackpadGesture&&this.state&(M.Recognized|M.Cancelled|M.Failed)&&(this.state=M.Possible)),this.trackpadGesture&&(this.recognize(this.getTrackpadInput(t,{deltaX:-t.deltaX,deltaY:-t.deltaY,velocity:-t.velocity,velocityX:-t.velocityX,velocityY:-t.velocityY,overallVelocity:-t.overallVelocity,overallVelocityX:-t.overallVelocityX,overallVelocityY:-t.overallVelocityY})),t.isFinal&&(this.trackpadGesture=!1))}};var ry=["","start","move","end","cancel","in","out"],Xe=class extends qe{constructor(t={}){super({enable:!0,event:"pinch",threshold:0,pointers:2,trackpad:!1,coherent:[],...t}),this.trackpadGesture=!1}getTouchAction(){return[_e]}getEventNames(){return ry.map(t=>this.options.event+t)}attrTest(t){let e=!!this.options.coherent?.length,o=!!(this.state&M.Began),n=!(e&&t.eventType&(O.End|O.Cancel));return super.attrTest(t)&&(o||n&&(e?this.coherentTest(t):Math.abs(t.scale-1)>this.options.threshold))}emit(t){if(t.scale!==1){let e=t.scale<1?"in":"out";t.additionalEvent=this.options.event+e}super.emit(t)}handleTrackpadEvent(t){t.isFirst&&(this.trackpadGesture=t.srcEvent.ctrlKey,!this.trackpadGesture&&this.state&(M.Recognized|M.Cancelled|M.Failed)&&(this.state=M.Possible)),this.trackpadGesture&&(this.recognize(this.getTrackpadInput(t,{deltaX:0,deltaY:0,velocity:0,velocityX:0,velocityY:0,overallVelocity:0,overallVelocityX:0,overallVelocityY:0,scale:Math.exp(-t.deltaY/100)})),t.isFinal&&(this.trackpadGesture=!1))}};var zt=class{constructor(t,e,o){this.element=t,this.callback=e,this.options=o}listen(t,e){e?this.element.addEventListener(t,this.handleEvent,{passive:!1}):this.element.removeEventListener(t,this.handleEvent)}};var Sl=typeof navigator<"u"&&navigator.userAgent?navigator.userAgent.toLowerCase():"";var ly=Sl.indexOf("firefox")!==-1,fy=40,hy=.25,Ln=class extends zt{constructor(t,e,o){o.enable=o.enable??!1,super(t,e,o),this.handleEvent=n=>{if(!this.options.enable)return;let r=n.deltaY;globalThis.WheelEvent&&(ly&&n.deltaMode===globalThis.WheelEvent.DOM_DELTA_PIXEL&&(r/=globalThis.devicePixelRatio),n.deltaMode===globalThis.WheelEvent.DOM_DELTA_LINE&&(r*=fy)),n.shiftKey&&r&&(r=r*hy),this.callback({type:"wheel",center:{x:n.clientX,y:n.clientY},delta:-r,device:this.options.wheelSession?.device??"unknown",srcEvent:n,pointerType:"mouse",target:n.target})},o.enable&&(this.wheelSessionUnsubscribe=this.options.wheelSession?.on(()=>{}),this.listen("wheel",!0))}destroy(){this.listen("wheel",!1),this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=void 0}enableEventType(t,e){t==="wheel"&&this.options.enable!==e&&(this.options.enable=e,e&&!this.wheelSessionUnsubscribe&&(this.wheelSessionUnsubscribe=this.options.wheelSession?.on(()=>{})),this.listen("wheel",e),e||(this.wheelSessionUnsubscribe?.(),this.wheelSessionUnsubscribe=void 0))}};var uy=4.000244140625,Cl=40,dy=0,py=1,gy=40,El=40,my=120,yy={classificationDelay:32,endDelay:80},An=class{constructor(t,e={}){this.subscriptions=new Map,this.session=null,this.classificationTimer=null,this.endTimer=null,this.pressedControlKeys=new Set,this.listeningForControlKeys=!1,this.handleEvent=o=>{if(!this.hasSubscribers)return"unknown";let n=vy(o,this.pressedControlKeys.size>0),r=this.session;if(r&&n.timeStamp-r.lastTimeStamp>=this.options.endDelay){if(this.end(),!this.hasSubscribers)return"unknown";r=null}r?(this.scheduleEnd(),this.addSample(r,n)):(r=this.startPendingSession(n),this.scheduleEnd());let{device:s}=r;return s==="unknown"&&(s=ks(r.samples,!1),s!=="unknown"&&this.begin(r,s)),s},this.finishClassification=()=>{if(this.classificationTimer=null,!this.session||this.session.device!=="unknown")return;let o=this.session,n=ks(o.samples,!0);this.begin(o,n==="unknown"?"mouse":n)},this.end=()=>{if(!this.session)return;if(this.session.device==="unknown"){let n=this.session,r=ks(n.samples,!0);this.begin(n,r==="unknown"?"mouse":r)}if(!this.session)return;let o=this.session;this.emit(O.End,o.lastEvent),this.reset()},this.handleKeyDown=o=>{o.key==="Control"&&this.pressedControlKeys.add(o.code||o.key)},this.handleKeyUp=o=>{o.key==="Control"&&(o.code?this.pressedControlKeys.delete(o.code):this.pressedControlKeys.clear())},this.handleWindowBlur=()=>{this.pressedControlKeys.clear()},this.element=t,this.options={...yy,...e},this.element?.addEventListener("wheel",this.handleEvent,{passive:!0})}get hasSubscribers(){return this.subscriptions.size>0}get device(){return this.session?.device??"unknown"}on(t){let e={listener:t};return this.subscriptions.set(t,e),this.updateControlKeyEventListeners(),()=>{this.subscriptions.get(t)===e&&this.off(t)}}off(t){this.subscriptions.delete(t),this.updateControlKeyEventListeners(),this.hasSubscribers||this.reset()}cancel(){let t=this.session;t&&t.device!=="unknown"&&this.emit(O.Cancel,t.lastEvent),this.reset()}destroy(){this.cancel(),this.subscriptions.clear(),this.updateControlKeyEventListeners(),this.element?.removeEventListener("wheel",this.handleEvent)}startPendingSession(t){let e={samples:[t],device:"unknown",firstTimeStamp:t.timeStamp,lastTimeStamp:t.timeStamp,totalDeltaX:t.deltaX,totalDeltaY:t.deltaY,velocityX:0,velocityY:0,lastEvent:t.event};return this.session=e,this.classificationTimer=globalThis.setTimeout(this.finishClassification,this.options.classificationDelay),e}addSample(t,e){if(t.samples.push(e),t.lastTimeStamp=e.timeStamp,t.lastEvent=e.event,t.totalDeltaX+=e.deltaX,t.totalDeltaY+=e.deltaY,t.device!=="unknown"){let o=t.samples[t.samples.length-2],n=e.timeStamp-o.timeStamp;t.velocityX=n>0?e.deltaX/n:0,t.velocityY=n>0?e.deltaY/n:0,this.emit(O.Move,e.event,{velocityX:t.velocityX,velocityY:t.velocityY})}}begin(t,e){t.device=e,this.clearClassificationTimer(),this.emit(O.Start,t.samples[0].event);let o=t.lastTimeStamp-t.firstTimeStamp;t.velocityX=o>0?t.totalDeltaX/o:0,t.velocityY=o>0?t.totalDeltaY/o:0,this.emit(O.Move,t.lastEvent,{velocityX:t.velocityX,velocityY:t.velocityY})}scheduleEnd(){this.clearEndTimer(),this.endTimer=globalThis.setTimeout(this.end,this.options.endDelay)}emit(t,e,o){let n=this.session;if(!n||n.device==="unknown")return;let r=t===O.Start,s=t===O.End||t===O.Cancel,a=r?n.firstTimeStamp:n.lastTimeStamp,c=r?0:Math.max(0,a-n.firstTimeStamp),l=r?0:n.totalDeltaX,f=r?0:n.totalDeltaY,h=c>0?l/c:0,u=c>0?f/c:0,d=r?0:o?.velocityX??n.velocityX,p=r?0:o?.velocityY??n.velocityY,g={eventType:t,device:n.device,srcEvent:e,timeStamp:a,center:{x:e.clientX,y:e.clientY},deltaX:l,deltaY:f,deltaTime:c,velocity:Math.abs(d)>Math.abs(p)?d:p,velocityX:d,velocityY:p,overallVelocity:Math.abs(h)>Math.abs(u)?h:u,overallVelocityX:h,overallVelocityY:u,isFirst:r,isFinal:s};for(let{listener:m}of[...this.subscriptions.values()])m(g)}reset(){this.clearClassificationTimer(),this.clearEndTimer(),this.session=null}clearClassificationTimer(){this.classificationTimer!==null&&(globalThis.clearTimeout(this.classificationTimer),this.classificationTimer=null)}clearEndTimer(){this.endTimer!==null&&(globalThis.clearTimeout(this.endTimer),this.endTimer=null)}updateControlKeyEventListeners(){let t=this.hasSubscribers,e=xy();!e||t===this.listeningForControlKeys||(this.listeningForControlKeys=t,t?(e.addEventListener("keydown",this.handleKeyDown,!0),e.addEventListener("keyup",this.handleKeyUp,!0),e.addEventListener("blur",this.handleWindowBlur)):(e.removeEventListener("keydown",this.handleKeyDown,!0),e.removeEventListener("keyup",this.handleKeyUp,!0),e.removeEventListener("blur",this.handleWindowBlur),this.pressedControlKeys.clear()))}};function xy(){return typeof window<"u"?window:globalThis.document?.defaultView}function vy(i,t){let e=i.deltaX,o=i.deltaY;return i.deltaMode===py&&(e*=Cl,o*=Cl),{event:i,timeStamp:i.timeStamp,deltaX:e,deltaY:o,isControlKeyDown:t}}function ks(i,t){return i.some(({event:e,isControlKeyDown:o})=>e.ctrlKey&&!o)?"trackpad":i.some(({event:e})=>e.deltaMode!==dy)||i.some(_y)||i.every(({event:e})=>{let o=e.wheelDelta;return o!==void 0&&Math.abs(o)%40===0})?"mouse":i.some(({deltaX:e})=>e!==0)||i.length>1&&Py(i)?"trackpad":t?"mouse":"unknown"}function _y({event:i,deltaX:t,deltaY:e}){if(t!==0||e===0)return!1;let o=Math.abs(e/uy);if(Number.isInteger(o))return!0;let n=i.wheelDelta;return typeof n=="number"&&n!==0&&n%my===0}function Py(i){for(let t=0;t<i.length;t++){let e=i[t];if(Math.abs(e.deltaX)>El||Math.abs(e.deltaY)>El||t>0&&e.timeStamp-i[t-1].timeStamp>gy)return!1}return!0}var Ml=["mousedown","mousemove","mouseup","mouseover","mouseout","mouseenter","mouseleave"],In=class extends zt{constructor(t,e,o){super(t,e,{enable:!0,...o}),this.handleEvent=r=>{this.handleOverEvent(r),this.handleOutEvent(r),this.handleEnterEvent(r),this.handleLeaveEvent(r),this.handleMoveEvent(r)},this.pressed=!1;let{enable:n=!1}=this.options;this.enableMoveEvent=n,this.enableLeaveEvent=n,this.enableEnterEvent=n,this.enableOutEvent=n,this.enableOverEvent=n,n&&Ml.forEach(r=>this.listen(r,!0))}destroy(){Ml.forEach(t=>this.listen(t,!1))}enableEventType(t,e){switch(t){case"pointermove":this.enableMoveEvent!==e&&(this.enableMoveEvent=e,this.listen("mousedown",e),this.listen("mousemove",e),this.listen("mouseup",e));break;case"pointerover":this.enableOverEvent!==e&&(this.enableOverEvent=e,this.listen("mouseover",e));break;case"pointerout":this.enableOutEvent!==e&&(this.enableOutEvent=e,this.listen("mouseout",e));break;case"pointerenter":this.enableEnterEvent!==e&&(this.enableEnterEvent=e,this.listen("mouseenter",e));break;case"pointerleave":this.enableLeaveEvent!==e&&(this.enableLeaveEvent=e,this.listen("mouseleave",e));break;default:}}handleOverEvent(t){this.enableOverEvent&&t.type==="mouseover"&&this._emit("pointerover",t)}handleOutEvent(t){this.enableOutEvent&&t.type==="mouseout"&&this._emit("pointerout",t)}handleEnterEvent(t){this.enableEnterEvent&&t.type==="mouseenter"&&this._emit("pointerenter",t)}handleLeaveEvent(t){this.enableLeaveEvent&&t.type==="mouseleave"&&this._emit("pointerleave",t)}handleMoveEvent(t){if(this.enableMoveEvent)switch(t.type){case"mousedown":t.button>=0&&(this.pressed=!0);break;case"mousemove":t.buttons===0&&(this.pressed=!1),this.pressed||this._emit("pointermove",t);break;case"mouseup":this.pressed=!1;break;default:}}_emit(t,e){this.callback({type:t,center:{x:e.clientX,y:e.clientY},srcEvent:e,pointerType:"mouse",target:e.target})}};var Tl=["keydown","keyup"],On=class extends zt{constructor(t,e,o){super(t,e,{enable:!0,tabIndex:0,...o}),this.handleEvent=r=>{let s=r.target||r.srcElement;s.tagName==="INPUT"&&s.type==="text"||s.tagName==="TEXTAREA"||(this.enableDownEvent&&r.type==="keydown"&&this.callback({type:"keydown",srcEvent:r,key:r.key,target:r.target}),this.enableUpEvent&&r.type==="keyup"&&this.callback({type:"keyup",srcEvent:r,key:r.key,target:r.target}))};let{enable:n=!1}=this.options;this.enableDownEvent=n,this.enableUpEvent=n,t.tabIndex=this.options.tabIndex,t.style.outline="none",n&&Tl.forEach(r=>this.listen(r,!0))}destroy(){Tl.forEach(t=>this.listen(t,!1))}enableEventType(t,e){t==="keydown"&&this.enableDownEvent!==e&&(this.enableDownEvent=e,this.listen(t,e)),t==="keyup"&&this.enableUpEvent!==e&&(this.enableUpEvent=e,this.listen(t,e))}};var Rn=class extends zt{constructor(t,e,o){o.enable=o.enable??!1,super(t,e,o),this.handleEvent=n=>{this.options.enable&&this.callback({type:"contextmenu",center:{x:n.clientX,y:n.clientY},srcEvent:n,pointerType:"mouse",target:n.target})},o.enable&&this.listen("contextmenu",!0)}destroy(){this.listen("contextmenu",!1)}enableEventType(t,e){t==="contextmenu"&&this.options.enable!==e&&(this.options.enable=e,this.listen("contextmenu",e))}};var wy={pointerdown:1,pointermove:2,pointerup:4,mousedown:1,mousemove:2,mouseup:4},by=0,Sy=1,Cy=2,Ey=1,My=2,Ty=4;function Ll(i){let t=wy[i.srcEvent.type];if(!t)return null;let{buttons:e,button:o}=i.srcEvent,n=!1,r=!1,s=!1;return t===2?(n=!!(e&Ey),r=!!(e&Ty),s=!!(e&My)):(n=o===by,r=o===Sy,s=o===Cy),{leftButton:n,middleButton:r,rightButton:s}}function Al(i,t){let e=i.center;if(!e)return null;let o=t.getBoundingClientRect(),n=o.width/t.offsetWidth||1,r=o.height/t.offsetHeight||1,s={x:(e.x-o.left-t.clientLeft)/n,y:(e.y-o.top-t.clientTop)/r};return{center:e,offsetCenter:s}}var Ly={srcElement:"root",priority:0},kn=class{constructor(t,e){this.handleEvent=o=>{if(this.isEmpty())return;let n=this._normalizeEvent(o),r=o.srcEvent.target;for(;r&&r!==n.rootElement;){if(this._emit(n,r),n.handled)return;r=r.parentNode}this._emit(n,"root")},this.eventManager=t,this.recognizerName=e,this.handlers=[],this.handlersByElement=new Map,this._active=!1}isEmpty(){return!this._active}add(t,e,o,n=!1,r=!1){let{handlers:s,handlersByElement:a}=this,c={...Ly,...o},l=a.get(c.srcElement);l||(l=[],a.set(c.srcElement,l));let f={type:t,handler:e,srcElement:c.srcElement,priority:c.priority};n&&(f.once=!0),r&&(f.passive=!0),s.push(f),this._active=this._active||!f.passive;let h=l.length-1;for(;h>=0&&!(l[h].priority>=f.priority);)h--;l.splice(h+1,0,f)}remove(t,e){let{handlers:o,handlersByElement:n}=this;for(let r=o.length-1;r>=0;r--){let s=o[r];if(s.type===t&&s.handler===e){o.splice(r,1);let a=n.get(s.srcElement);a.splice(a.indexOf(s),1),a.length===0&&n.delete(s.srcElement)}}this._active=o.some(r=>!r.passive)}_emit(t,e){let o=this.handlersByElement.get(e);if(o){let n=!1,r=()=>{t.handled=!0},s=()=>{t.handled=!0,n=!0},a=[];for(let c=0;c<o.length;c++){let{type:l,handler:f,once:h}=o[c];if(f({...t,type:l,stopPropagation:r,stopImmediatePropagation:s}),h&&a.push(o[c]),n)break}for(let c=0;c<a.length;c++){let{type:l,handler:f}=a[c];this.remove(l,f)}}}_normalizeEvent(t){let e=this.eventManager.getElement();return{...t,...Ll(t),...Al(t,e),preventDefault:()=>{t.srcEvent.preventDefault()},stopImmediatePropagation:null,stopPropagation:null,handled:!1,rootElement:e}}};function Ay(i){if("recognizer"in i)return i;let t,e=Array.isArray(i)?[...i]:[i];if(typeof e[0]=="function"){let o=e.shift(),n=e.shift()||{};t=new o(n)}else t=e.shift();return{recognizer:t,recognizeWith:typeof e[0]=="string"?[e[0]]:e[0],requireFailure:typeof e[1]=="string"?[e[1]]:e[1]}}var Ri=class{constructor(t=null,e={}){if(this._onBasicInput=o=>{this.manager.emit(o.srcEvent.type,o)},this._onOtherEvent=o=>{this.manager.emit(o.type,o)},this.options={recognizers:[],events:{},touchAction:"compute",tabIndex:0,cssProps:{},...e},this.events=new Map,this.element=t,this.wheelSession=new An(t),!!t){this.manager=new Oi(t,this.options);for(let o of this.options.recognizers){let{recognizer:n,recognizeWith:r,requireFailure:s}=Ay(o);this.manager.add(n),r&&n.recognizeWith(r),s&&n.requireFailure(s)}this.manager.on("hammer.input",this._onBasicInput),this.wheelInput=new Ln(t,this._onOtherEvent,{enable:!1,wheelSession:this.wheelSession}),this.moveInput=new In(t,this._onOtherEvent,{enable:!1}),this.keyInput=new On(t,this._onOtherEvent,{enable:!1,tabIndex:e.tabIndex}),this.contextmenuInput=new Rn(t,this._onOtherEvent,{enable:!1}),this.on(this.options.events)}}getElement(){return this.element}destroy(){if(!this.element){this.wheelSession.destroy();return}this.wheelInput.destroy(),this.wheelSession.destroy(),this.moveInput.destroy(),this.keyInput.destroy(),this.contextmenuInput.destroy(),this.manager.destroy()}on(t,e,o){this._addEventHandler(t,e,o,!1)}once(t,e,o){this._addEventHandler(t,e,o,!0)}watch(t,e,o){this._addEventHandler(t,e,o,!1,!0)}off(t,e){this._removeEventHandler(t,e)}emit(t){this.manager?.emit(t.type,t)}_toggleRecognizer(t,e){let{manager:o}=this;if(!o)return;let n=o.get(t);n&&(n.set({enable:e,wheelSession:this.wheelSession}),o.touchAction.update()),this.wheelInput?.enableEventType(t,e),this.moveInput?.enableEventType(t,e),this.keyInput?.enableEventType(t,e),this.contextmenuInput?.enableEventType(t,e)}_addEventHandler(t,e,o,n,r){if(typeof t!="string"){o=e;for(let[l,f]of Object.entries(t))this._addEventHandler(l,f,o,n,r);return}let{manager:s,events:a}=this;if(!s)return;let c=a.get(t);if(!c){let l=this._getRecognizerName(t)||t;c=new kn(this,l),a.set(t,c),s&&s.on(t,c.handleEvent)}c.add(t,e,o,n,r),c.isEmpty()||this._toggleRecognizer(c.recognizerName,!0)}_removeEventHandler(t,e){if(typeof t!="string"){for(let[r,s]of Object.entries(t))this._removeEventHandler(r,s);return}let{events:o}=this,n=o.get(t);if(n&&(n.remove(t,e),n.isEmpty())){let{recognizerName:r}=n,s=!1;for(let a of o.values())if(a.recognizerName===r&&!a.isEmpty()){s=!0;break}s||this._toggleRecognizer(r,!1)}}_getRecognizerName(t){return this.manager.recognizers.find(e=>e.getEventNames().includes(t))?.options.event}};var zs={DEFAULT:"default",LNGLAT:"lnglat",METER_OFFSETS:"meter-offsets",LNGLAT_OFFSETS:"lnglat-offsets",CARTESIAN:"cartesian"};Object.defineProperty(zs,"IDENTITY",{get:()=>(A.deprecated("COORDINATE_SYSTEM.IDENTITY","COORDINATE_SYSTEM.CARTESIAN")(),zs.CARTESIAN)});var q={WEB_MERCATOR:1,GLOBE:2,WEB_MERCATOR_AUTO_OFFSET:4,IDENTITY:0},X={common:0,meters:1,pixels:2},Ke={click:"onClick",dblclick:"onClick",panstart:"onDragStart",panmove:"onDrag",panend:"onDragEnd"},Ds={multipan:[ie,{threshold:10,pointers:2,trackpad:!0}],pinch:[Xe,{trackpad:!0},null,["multipan"]],pan:[ie,{threshold:1},["pinch"],["multipan"]],dblclick:[we,{event:"dblclick",taps:2,enable:!1}],dblclickdrag:[Ze,{event:"dblclickdrag",enable:!1},["dblclick"],null],click:[we,{event:"click"},["dblclickdrag"],["dblclick","dblclickdrag"]]};var Iy=`const SMOOTH_EDGE_RADIUS: f32 = 0.5;

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
`,Il="#define SMOOTH_EDGE_RADIUS 0.5",Oy=`${Il}

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
`,Ry=`${Il}

struct FragmentGeometry {
  vec2 uv;
};
FragmentGeometry geometry;

float smoothedge(float edge, float x) {
  return smoothstep(edge - SMOOTH_EDGE_RADIUS, edge + SMOOTH_EDGE_RADIUS, x);
}
`,zn={name:"geometry",source:Iy,vs:Oy,fs:Ry};function ky(i,t){if(i===t)return!0;if(Array.isArray(i)){let e=i.length;if(!t||t.length!==e)return!1;for(let o=0;o<e;o++)if(i[o]!==t[o])return!1;return!0}return!1}function Dt(i){let t={},e;return o=>{for(let n in o)if(!ky(o[n],t[n])){e=i(o),t=o;break}return e}}var Ol=[0,0,0,0],zy=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,0],Rl=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],Dy=[0,0,0],kl=[0,0,0],By={default:-1,cartesian:0,lnglat:1,"meter-offsets":2,"lnglat-offsets":3};function be(i){let t=By[i];if(t===void 0)throw new Error(`Invalid coordinateSystem: ${i}`);return t}var Ny=Dt(Fy);function Bs(i,t,e=kl){e.length<3&&(e=[e[0],e[1],0]);let o=e,n,r=!0;switch(t==="lnglat-offsets"||t==="meter-offsets"?n=e:n=i.isGeospatial?[Math.fround(i.longitude),Math.fround(i.latitude),0]:null,i.projectionMode){case q.WEB_MERCATOR:(t==="lnglat"||t==="cartesian")&&(n=[0,0,0],r=!1);break;case q.WEB_MERCATOR_AUTO_OFFSET:t==="lnglat"?o=n:t==="cartesian"&&(o=[Math.fround(i.center[0]),Math.fround(i.center[1]),0],n=i.unprojectPosition(o),o[0]-=e[0],o[1]-=e[1],o[2]-=e[2]);break;case q.IDENTITY:o=i.position.map(Math.fround),o[2]=o[2]||0;break;case q.GLOBE:r=!1,n=null;break;default:r=!1}return{geospatialOrigin:n,shaderCoordinateOrigin:o,offsetMode:r}}function jy(i,t,e){let{viewMatrixUncentered:o,projectionMatrix:n}=i,{viewMatrix:r,viewProjectionMatrix:s}=i,a=Ol,c=Ol,l=i.cameraPosition,{geospatialOrigin:f,shaderCoordinateOrigin:h,offsetMode:u}=Bs(i,t,e);return u&&(c=i.projectPosition(f||h),l=[l[0]-c[0],l[1]-c[1],l[2]-c[2]],c[3]=1,a=kt.transformMat4([],c,s),r=o||r,s=H.multiply([],n,r),s=H.multiply([],s,zy)),{viewMatrix:r,viewProjectionMatrix:s,projectionCenter:a,originCommon:c,cameraPosCommon:l,shaderCoordinateOrigin:h,geospatialOrigin:f}}function zl({viewport:i,devicePixelRatio:t=1,modelMatrix:e=null,coordinateSystem:o="default",coordinateOrigin:n=kl,autoWrapLongitude:r=!1}){o==="default"&&(o=i.isGeospatial?"lnglat":"cartesian");let s=Ny({viewport:i,devicePixelRatio:t,coordinateSystem:o,coordinateOrigin:n});return s.wrapLongitude=r,s.modelMatrix=e||Rl,s}function Fy({viewport:i,devicePixelRatio:t,coordinateSystem:e,coordinateOrigin:o}){let{projectionCenter:n,viewProjectionMatrix:r,originCommon:s,cameraPosCommon:a,shaderCoordinateOrigin:c,geospatialOrigin:l}=jy(i,e,o),f=i.getDistanceScales(),h=[i.width*t,i.height*t],u=kt.transformMat4([],[0,0,-i.focalDistance,1],i.projectionMatrix)[3]||1,d={coordinateSystem:be(e),projectionMode:i.projectionMode,coordinateOrigin:c,commonOrigin:s.slice(0,3),center:n,pseudoMeters:!!i._pseudoMeters,viewportSize:h,devicePixelRatio:t,focalDistance:u,commonUnitsPerMeter:f.unitsPerMeter,commonUnitsPerWorldUnit:f.unitsPerMeter,commonUnitsPerWorldUnit2:Dy,scale:i.scale,wrapLongitude:!1,viewProjectionMatrix:r,modelMatrix:Rl,cameraPosition:a};if(l){let p=i.getDistanceScales(l);switch(e){case"meter-offsets":d.commonUnitsPerWorldUnit=p.unitsPerMeter,d.commonUnitsPerWorldUnit2=p.unitsPerMeter2;break;case"lnglat":case"lnglat-offsets":i._pseudoMeters||(d.commonUnitsPerMeter=p.unitsPerMeter),d.commonUnitsPerWorldUnit=p.unitsPerDegree,d.commonUnitsPerWorldUnit2=p.unitsPerDegree2;break;case"cartesian":d.commonUnitsPerWorldUnit=[1,1,p.unitsPerMeter[2]],d.commonUnitsPerWorldUnit2=[0,0,p.unitsPerMeter2[2]];break;default:break}}if(i.projectionMode===q.GLOBE&&e==="meter-offsets"){let m=o[0]*Math.PI/180,v=o[1]*Math.PI/180,_=Math.cos(v),y=((o[2]||0)/6370972+1)*256;d.commonOrigin=[Math.sin(m)*_*y,-Math.cos(m)*_*y,Math.sin(v)*y]}return d}var Uy=["default","lnglat","meter-offsets","lnglat-offsets","cartesian"],Vy=Uy.map(i=>`const COORDINATE_SYSTEM_${i.toUpperCase().replaceAll("-","_")}: i32 = ${be(i)};`).join(""),Wy=Object.keys(q).map(i=>`const PROJECTION_MODE_${i}: i32 = ${q[i]};`).join(""),Gy=Object.keys(X).map(i=>`const UNIT_${i.toUpperCase()}: i32 = ${X[i]};`).join(""),Yy=`${Vy}
${Wy}
${Gy}

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
`,Dl=`${Yy}

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
`;var $y=["default","lnglat","meter-offsets","lnglat-offsets","cartesian"],Hy=$y.map(i=>`const int COORDINATE_SYSTEM_${i.toUpperCase().replaceAll("-","_")} = ${be(i)};`).join(""),Zy=Object.keys(q).map(i=>`const int PROJECTION_MODE_${i} = ${q[i]};`).join(""),qy=Object.keys(X).map(i=>`const int UNIT_${i.toUpperCase()} = ${X[i]};`).join(""),Bl=`${Hy}
${Zy}
${qy}
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
`;var Xy={};function Ky(i=Xy){return"viewport"in i?zl(i):{}}var $t={name:"project",dependencies:[Sc,zn],source:Dl,vs:Bl,getUniforms:Ky,uniformTypes:{wrapLongitude:"f32",coordinateSystem:"i32",commonUnitsPerMeter:"vec3<f32>",projectionMode:"i32",scale:"f32",commonUnitsPerWorldUnit:"vec3<f32>",commonUnitsPerWorldUnit2:"vec3<f32>",center:"vec4<f32>",modelMatrix:"mat4x4<f32>",viewProjectionMatrix:"mat4x4<f32>",viewportSize:"vec2<f32>",devicePixelRatio:"f32",focalDistance:"f32",cameraPosition:"vec3<f32>",coordinateOrigin:"vec3<f32>",commonOrigin:"vec3<f32>",pseudoMeters:"f32"}};function Ns(){return[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}function oe(i,t){let e=kt.transformMat4([],t,i);return kt.scale(e,e,1/e[3]),e}function ki(i,t,e){return i<t?t:i>e?e:i}function Jy(i){return Math.log(i)*Math.LOG2E}var zi=Math.log2||Jy;function Et(i,t){if(!i)throw new Error(t||"@math.gl/web-mercator: assertion failed.")}var Mt=Math.PI,Nl=Mt/4,yt=Mt/180,js=180/Mt,Je=512,Dn=4003e4,Qe=85.051129,jl=1.5;function Fs(i){return zi(i)}function xt(i){let[t,e]=i;Et(Number.isFinite(t)),Et(Number.isFinite(e)&&e>=-90&&e<=90,"invalid latitude");let o=t*yt,n=e*yt,r=Je*(o+Mt)/(2*Mt),s=Je*(Mt+Math.log(Math.tan(Nl+n*.5)))/(2*Mt);return[r,s]}function ut(i){let[t,e]=i,o=t/Je*(2*Mt)-Mt,n=2*(Math.atan(Math.exp(e/Je*(2*Mt)-Mt))-Nl);return[o*js,n*js]}function Us(i){let{latitude:t}=i;Et(Number.isFinite(t));let e=Math.cos(t*yt);return Fs(Dn*e)-9}function Di(i){let t=Math.cos(i*yt);return Je/Dn/t}function ti(i){let{latitude:t,longitude:e,highPrecision:o=!1}=i;Et(Number.isFinite(t)&&Number.isFinite(e));let n=Je,r=Math.cos(t*yt),s=n/360,a=s/r,c=n/Dn/r,l={unitsPerMeter:[c,c,c],metersPerUnit:[1/c,1/c,1/c],unitsPerDegree:[s,a,c],degreesPerUnit:[1/s,1/a,1/c]};if(o){let f=yt*Math.tan(t*yt)/r,h=s*f/2,u=n/Dn*f,d=u/a*c;l.unitsPerDegree2=[0,h,u],l.unitsPerMeter2=[d,0,d]}return l}function Bi(i,t){let[e,o,n]=i,[r,s,a]=t,{unitsPerMeter:c,unitsPerMeter2:l}=ti({longitude:e,latitude:o,highPrecision:!0}),f=xt(i);f[0]+=r*(c[0]+l[0]*s),f[1]+=s*(c[1]+l[1]*s);let h=ut(f),u=(n||0)+(a||0);return Number.isFinite(n)||Number.isFinite(a)?[h[0],h[1],u]:h}function Bn(i){let{height:t,pitch:e,bearing:o,altitude:n,scale:r,center:s}=i,a=Ns();H.translate(a,a,[0,0,-n]),H.rotateX(a,a,-e*yt),H.rotateZ(a,a,o*yt);let c=r/t;return H.scale(a,a,[c,c,c]),s&&H.translate(a,a,We.negate([],s)),a}function Vs(i){let{width:t,height:e,altitude:o,pitch:n=0,offset:r,center:s,scale:a,nearZMultiplier:c=1,farZMultiplier:l=1}=i,{fovy:f=Se(jl)}=i;o!==void 0&&(f=Se(o));let h=f*yt,u=n*yt,d=Ce(f),p=d;s&&(p+=s[2]*a/Math.cos(u)/e);let g=h*(.5+(r?r[1]:0)/e),m=Math.sin(g)*p/Math.sin(ki(Math.PI/2-u-g,.01,Math.PI-.01)),v=Math.sin(u)*m+p,_=p*10,y=Math.min(v*l,_);return{fov:h,aspect:t/e,focalDistance:d,near:c,far:y}}function Se(i){return 2*Math.atan(.5/i)*js}function Ce(i){return .5/Math.tan(.5*i*yt)}function ne(i,t){let[e,o,n=0]=i;return Et(Number.isFinite(e)&&Number.isFinite(o)&&Number.isFinite(n)),oe(t,[e,o,n,1])}function vt(i,t,e=0){let[o,n,r]=i;if(Et(Number.isFinite(o)&&Number.isFinite(n),"invalid pixel coordinate"),Number.isFinite(r))return oe(t,[o,n,r,1]);let s=oe(t,[o,n,0,1]),a=oe(t,[o,n,1,1]),c=s[2],l=a[2],f=c===l?0:((e||0)-c)/(l-c);return tt.lerp([],s,a,f)}function Nn(i){let{width:t,height:e,bounds:o,minExtent:n=0,maxZoom:r=24,offset:s=[0,0]}=i,[[a,c],[l,f]]=o,h=Qy(i.padding),u=xt([a,ki(f,-Qe,Qe)]),d=xt([l,ki(c,-Qe,Qe)]),p=[Math.max(Math.abs(d[0]-u[0]),n),Math.max(Math.abs(d[1]-u[1]),n)],g=[t-h.left-h.right-Math.abs(s[0])*2,e-h.top-h.bottom-Math.abs(s[1])*2];Et(g[0]>0&&g[1]>0);let m=g[0]/p[0],v=g[1]/p[1],_=(h.right-h.left)/2/m,y=(h.top-h.bottom)/2/v,x=[(d[0]+u[0])/2+_,(d[1]+u[1])/2+y],P=ut(x),w=Math.min(r,zi(Math.abs(Math.min(m,v))));return Et(Number.isFinite(w)),{longitude:P[0],latitude:P[1],zoom:w}}function Qy(i=0){return typeof i=="number"?{top:i,bottom:i,left:i,right:i}:(Et(Number.isFinite(i.top)&&Number.isFinite(i.bottom)&&Number.isFinite(i.left)&&Number.isFinite(i.right)),i)}var Fl=Math.PI/180;function jn(i,t=0){let{width:e,height:o,unproject:n}=i,r={targetZ:t},s=n([0,o],r),a=n([e,o],r),c,l,f=i.fovy?.5*i.fovy*Fl:Math.atan(.5/i.altitude),h=(90-i.pitch)*Fl;return f>h-.01?(c=Ul(i,0,t),l=Ul(i,e,t)):(c=n([0,0],r),l=n([e,0],r)),[s,a,l,c]}function Ul(i,t,e){let{pixelUnprojectionMatrix:o}=i,n=oe(o,[t,0,1,1]),r=oe(o,[t,i.height,1,1]),a=(e*i.distanceScales.unitsPerMeter[2]-n[2])/(r[2]-n[2]),c=tt.lerp([],n,r,a),l=ut(c);return l.push(e),l}var Wl=`
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
`,ix=`
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
`,ox=`
${Wl}
${ix}
`,nx=`
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
`,rx=`
${Wl}
${nx}
`,sx=Dt(hx),ax=Dt(ux),cx=[0,0,0,1],lx=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,0];function fx(i,t){let[e,o,n]=i,r=vt([e,o,n],t);return Number.isFinite(n)?r:[r[0],r[1],0]}function hx({viewport:i,center:t}){return new W(i.viewProjectionMatrix).invert().transform(t)}function ux({viewport:i,shadowMatrices:t}){let e=[],o=i.pixelUnprojectionMatrix,n=i.isGeospatial?void 0:1,r=[[0,0,n],[i.width,0,n],[0,i.height,n],[i.width,i.height,n],[0,0,-1],[i.width,0,-1],[0,i.height,-1],[i.width,i.height,-1]].map(s=>fx(s,o));for(let s of t){let a=s.clone().translate(new Q(i.center).negate()),c=r.map(f=>a.transform(f)),l=new W().ortho({left:Math.min(...c.map(f=>f[0])),right:Math.max(...c.map(f=>f[0])),bottom:Math.min(...c.map(f=>f[1])),top:Math.max(...c.map(f=>f[1])),near:Math.min(...c.map(f=>-f[2])),far:Math.max(...c.map(f=>-f[2]))});e.push(l.multiplyRight(s))}return e}function dx(i){let{shadowEnabled:t=!0,project:e}=i;if(!t||!e||!i.shadowMatrices||!i.shadowMatrices.length)return{drawShadowMap:!1,useShadowMap:!1,shadow_uShadowMap0:i.dummyShadowMap,shadow_uShadowMap1:i.dummyShadowMap};let o=$t.getUniforms(e),n=sx({viewport:e.viewport,center:o.center}),r=[],s=ax({shadowMatrices:i.shadowMatrices,viewport:e.viewport}).slice();for(let c=0;c<i.shadowMatrices.length;c++){let l=s[c],f=l.clone().translate(new Q(e.viewport.center).negate());o.coordinateSystem===be("lnglat")&&o.projectionMode===q.WEB_MERCATOR?(s[c]=f,r[c]=n):(s[c]=l.clone().multiplyRight(lx),r[c]=f.transform(n))}let a={drawShadowMap:!!i.drawToShadowMap,useShadowMap:i.shadowMaps?i.shadowMaps.length>0:!1,color:i.shadowColor||cx,lightId:i.shadowLightId||0,lightCount:i.shadowMatrices.length,shadow_uShadowMap0:i.dummyShadowMap,shadow_uShadowMap1:i.dummyShadowMap};for(let c=0;c<s.length;c++)a[`viewProjectionMatrix${c}`]=s[c],a[`projectCenter${c}`]=r[c];for(let c=0;c<2;c++)a[`shadow_uShadowMap${c}`]=i.shadowMaps&&i.shadowMaps[c]||i.dummyShadowMap;return a}var Fn={name:"shadow",dependencies:[$t],vs:ox,fs:rx,inject:{"vs:DECKGL_FILTER_GL_POSITION":`
    position = shadow_setVertexPosition(geometry.position);
    `,"fs:DECKGL_FILTER_COLOR":`
    color = shadow_filterShadowColor(color);
    `},getUniforms:dx,uniformTypes:{drawShadowMap:"f32",useShadowMap:"f32",color:"vec4<f32>",lightId:"i32",lightCount:"f32",viewProjectionMatrix0:"mat4x4<f32>",viewProjectionMatrix1:"mat4x4<f32>",projectCenter0:"vec4<f32>",projectCenter1:"vec4<f32>"}};var px={color:[255,255,255],intensity:1},Gl=[{color:[255,255,255],intensity:1,direction:[-1,3,-1]},{color:[255,255,255],intensity:.9,direction:[1,-8,-2.5]}],gx=[0,0,0,200/255],Ee=class{constructor(t={}){this.id="lighting-effect",this.shadowColor=gx,this.shadow=!1,this.directionalLights=[],this.pointLights=[],this.shadowPasses=[],this.dummyShadowMap=null,this.setProps(t)}setup(t){this.context=t;let{device:e,deck:o}=t;this.shadow&&!this.dummyShadowMap&&(this._createShadowPasses(e),o._addDefaultShaderModule(Fn),this.dummyShadowMap=e.createTexture({width:1,height:1}))}setProps(t){this.ambientLight=void 0,this.directionalLights=[],this.pointLights=[];for(let e in t){let o=t[e];switch(o.type){case"ambient":this.ambientLight=o;break;case"directional":this.directionalLights.push(o);break;case"point":this.pointLights.push(o);break;default:}}this._applyDefaultLights(),this.shadow=this.directionalLights.some(e=>e.shadow),this.context&&this.setup(this.context),this.props=t}preRender({layers:t,layerFilter:e,viewports:o,onViewportActive:n,views:r}){if(this.shadow){this.shadowMatrices=this._calculateMatrices();for(let s=0;s<this.shadowPasses.length;s++)this.shadowPasses[s].render({layers:t,layerFilter:e,viewports:o,onViewportActive:n,views:r,shaderModuleProps:{shadow:{shadowLightId:s,dummyShadowMap:this.dummyShadowMap,shadowMatrices:this.shadowMatrices}}})}}getShaderModuleProps(t,e){let o=this.shadow?{project:e.project,shadowMaps:this.shadowPasses.map(s=>s.getShadowMap()),dummyShadowMap:this.dummyShadowMap,shadowColor:this.shadowColor,shadowMatrices:this.shadowMatrices}:{},n={enabled:!0,lights:this._getLights(t)},r=t.props.material;return{shadow:o,lighting:n,phongMaterial:r,gouraudMaterial:r}}cleanup(t){for(let e of this.shadowPasses)e.delete();this.shadowPasses.length=0,this.dummyShadowMap&&(this.dummyShadowMap.destroy(),this.dummyShadowMap=null,t.deck._removeDefaultShaderModule(Fn))}_calculateMatrices(){let t=[];for(let e of this.directionalLights){let o=new W().lookAt({eye:new Q(e.direction).negate()});t.push(o)}return t}_createShadowPasses(t){for(let e=0;e<this.directionalLights.length;e++){let o=new Ci(t);this.shadowPasses[e]=o}}_applyDefaultLights(){let{ambientLight:t,pointLights:e,directionalLights:o}=this;!t&&e.length===0&&o.length===0&&(this.ambientLight=new Pi(px),this.directionalLights.push(new Ge(Gl[0]),new Ge(Gl[1])))}_getLights(t){let e=[];this.ambientLight&&e.push(this.ambientLight);for(let o of this.pointLights)e.push(o.getProjectedLight({layer:t}));for(let o of this.directionalLights)e.push(o.getProjectedLight({layer:t}));return e}};var mx=`struct LayerUniforms {
  opacity: f32,
};

@group(0) @binding(auto)
var<uniform> layer: LayerUniforms;
`,Yl=`layout(std140) uniform layerUniforms {
  uniform float opacity;
} layer;
`,Ws={name:"layer",source:mx,vs:Yl,fs:Yl,getUniforms:i=>({opacity:Math.pow(i.opacity,.45454545454545453)}),uniformTypes:{opacity:"f32"}};var yx=`

@must_use
fn deckgl_premultiplied_alpha(fragColor: vec4<f32>) -> vec4<f32> {
    return vec4(fragColor.rgb * fragColor.a, fragColor.a); 
};
`,rt={name:"color",dependencies:[],source:yx,getUniforms:i=>({})};var xx=`// Define a structure to hold both the clip-space position and the common position.
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
`,vx=`vec4 project_position_to_clipspace(
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
`,st={name:"project32",dependencies:[$t],source:xx,vs:vx};var Un=10,Ni=16777215;function Hl(i,t){i.length===Un?A.warn(`pickMultipleObjects can only exclude ${Un} previously picked objects for layers without picking buffers`)():i.push(t)}var _x=`  float disabledPickingIndexCount;
  vec4 disabledPickingIndices0;
  vec4 disabledPickingIndices1;
  vec4 disabledPickingIndices2;
`;function $l(i){return i.replace(`  vec4 highlightColor;
} picking;`,`  vec4 highlightColor;
${_x}} picking;`)}function Gs(i,t){return[i[t]||0,i[t+1]||0,i[t+2]||0,i[t+3]||0]}var Px=`vec3 picking_getPickingColorFromIndex(float objectIndex) {
  if (objectIndex < 0.0 || objectIndex >= ${Ni}.0) {
    return vec3(0.0);
  }

  for (int i = 0; i < ${Un}; i++) {
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
`,wx=`struct pickingUniforms {
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
  if (objectIndex >= ${Ni}u) {
    return vec3<f32>(0.0);
  }

  for (var i = 0; i < ${Un}; i = i + 1) {
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
`,at={...ye,vs:`${$l(ye.vs)}
${Px}`,fs:$l(ye.fs),source:wx,uniformTypes:{...ye.uniformTypes,disabledPickingIndexCount:"f32",disabledPickingIndices0:"vec4<f32>",disabledPickingIndices1:"vec4<f32>",disabledPickingIndices2:"vec4<f32>"},defaultUniforms:{...ye.defaultUniforms,useByteColors:!0,disabledPickingIndexCount:0,disabledPickingIndices0:[0,0,0,0],disabledPickingIndices1:[0,0,0,0],disabledPickingIndices2:[0,0,0,0]},getUniforms(i,t){let e=ye.getUniforms(i,t),o=i.disabledPickingIndices||[];return e.disabledPickingIndexCount=o.length,e.disabledPickingIndices0=Gs(o,0),e.disabledPickingIndices1=Gs(o,4),e.disabledPickingIndices2=Gs(o,8),e},inject:{"vs:DECKGL_FILTER_GL_POSITION":`
    // for picking depth values
    picking_setPickingAttribute(position.z / position.w);
  `,"vs:DECKGL_FILTER_COLOR":`
  picking_setPickingColor(geometry.pickingColor);
  `,"fs:DECKGL_FILTER_COLOR":{order:99,injection:`
  // use highlight color if this fragment belongs to the selected object.
  color = picking_filterHighlightColor(color);

  // use picking color if rendering to picking FBO.
  color = picking_filterPickingColor(color);
    `}}};var Sx=[zn],Cx=["vs:DECKGL_FILTER_SIZE(inout vec3 size, VertexGeometry geometry)","vs:DECKGL_FILTER_GL_POSITION(inout vec4 position, VertexGeometry geometry)","vs:DECKGL_FILTER_COLOR(inout vec4 color, VertexGeometry geometry)","fs:DECKGL_FILTER_COLOR(inout vec4 color, FragmentGeometry geometry)"],Ex=[];function Zl(i){let t=bc.getDefaultShaderAssembler(i);for(let o of Sx)t.addDefaultModule(o);t._hookFunctions.length=0;let e=i==="glsl"?Cx:Ex;for(let o of e)t.addShaderHook(o);return t}var re={NO_STATE:"Awaiting state",MATCHED:"Matched. State transferred from previous layer",INITIALIZED:"Initialized",AWAITING_GC:"Discarded. Awaiting garbage collection",AWAITING_FINALIZATION:"No longer matched. Awaiting garbage collection",FINALIZED:"Finalized! Awaiting garbage collection"},ei=Symbol.for("component"),_t=Symbol.for("propTypes"),Vn=Symbol.for("deprecatedProps"),Ht=Symbol.for("asyncPropDefaults"),Bt=Symbol.for("asyncPropOriginal"),Tt=Symbol.for("asyncPropResolved");var Ys={};function ql(i){Ys=i}function G(i,t,e,o){A.level>0&&Ys[i]&&Ys[i].call(null,t,e,o)}function ii(i,t=()=>!0){return Array.isArray(i)?Xl(i,t,[]):t(i)?[i]:[]}function Xl(i,t,e){let o=-1;for(;++o<i.length;){let n=i[o];Array.isArray(n)?Xl(n,t,e):t(n)&&e.push(n)}return e}function Kl({target:i,source:t,start:e=0,count:o=1}){let n=t.length,r=o*n,s=0;for(let a=e;s<n;s++)i[a++]=t[s];for(;s<r;)s<r-s?(i.copyWithin(e+s,e,e+s),s*=2):(i.copyWithin(e+s,e,e+r-s),s=r);return i}function se(i,t){if(!i)throw new Error(t||"loader assertion failed.")}var Nt={self:typeof self<"u"&&self,window:typeof window<"u"&&window,global:typeof global<"u"&&global,document:typeof document<"u"&&document},Mx=Nt.self||Nt.window||Nt.global||{},Tx=Nt.window||Nt.self||Nt.global||{},Lx=Nt.global||Nt.self||Nt.window||{},Ax=Nt.document||{};var Me=!!(typeof process!="object"||String(process)!=="[object process]"||process.browser);var Jl=typeof process<"u"&&process.version&&/v([0-9]*)/.exec(process.version),Ix=Jl&&parseFloat(Jl[1])||0;var $s="4.5.4",Ox=$s[0]>="0"&&$s[0]<="9"?`v${$s}`:"";function Rx(){let i=new Ue({id:"loaders.gl"});return globalThis.loaders||={},globalThis.loaders.log=i,globalThis.loaders.version=Ox,globalThis.probe||={},globalThis.probe.loaders=i,i}var Hs=Rx();var kx=i=>typeof i=="boolean",jt=i=>typeof i=="function",Ft=i=>i!==null&&typeof i=="object",Wn=i=>Ft(i)&&i.constructor==={}.constructor;var Zs=i=>typeof SharedArrayBuffer<"u"&&i instanceof SharedArrayBuffer,oi=i=>Ft(i)&&typeof i.byteLength=="number"&&typeof i.slice=="function";var qs=i=>!!i&&jt(i[Symbol.iterator]),Xs=i=>!!i&&jt(i[Symbol.asyncIterator]);var dt=i=>typeof Response<"u"&&i instanceof Response||Ft(i)&&jt(i.arrayBuffer)&&jt(i.text)&&jt(i.json);var pt=i=>typeof Blob<"u"&&i instanceof Blob;var Ql=i=>typeof ReadableStream<"u"&&i instanceof ReadableStream||Ft(i)&&jt(i.tee)&&jt(i.cancel)&&jt(i.getReader);var tf=i=>Ft(i)&&jt(i.read)&&jt(i.pipe)&&kx(i.readable),ji=i=>Ql(i)||tf(i);function Ks(i,t){return ef(i||{},t)}function ef(i,t,e=0){if(e>3)return t;let o={...i};for(let[n,r]of Object.entries(t))r&&typeof r=="object"&&!Array.isArray(r)?o[n]=ef(o[n]||{},t[n],e+1):o[n]=t[n];return o}var of="latest";function zx(){return globalThis._loadersgl_?.version||(globalThis._loadersgl_=globalThis._loadersgl_||{},globalThis._loadersgl_.version="4.5.4"),globalThis._loadersgl_.version}var nf=zx();function et(i,t){if(!i)throw new Error(t||"loaders.gl assertion failed.")}var Ut={self:typeof self<"u"&&self,window:typeof window<"u"&&window,global:typeof global<"u"&&global,document:typeof document<"u"&&document},v2=Ut.self||Ut.window||Ut.global||{},_2=Ut.window||Ut.self||Ut.global||{},P2=Ut.global||Ut.self||Ut.window||{},w2=Ut.document||{};var Pt=typeof process!="object"||String(process)!=="[object process]"||process.browser;var sf=typeof window<"u"&&typeof window.orientation<"u",rf=typeof process<"u"&&process.version&&/v([0-9]*)/.exec(process.version),b2=rf&&parseFloat(rf[1])||0;var Fi=class{name;workerThread;isRunning=!0;result;_resolve=()=>{};_reject=()=>{};constructor(t,e){this.name=t,this.workerThread=e,this.result=new Promise((o,n)=>{this._resolve=o,this._reject=n})}postMessage(t,e){this.workerThread.postMessage({source:"loaders.gl",type:t,payload:e})}done(t){et(this.isRunning),this.isRunning=!1,this._resolve(t)}error(t){et(this.isRunning),this.isRunning=!1,this._reject(t)}};var ni=class{terminate(){}};var Js=new Map;function af(i){et(i.source&&!i.url||!i.source&&i.url);let t=Js.get(i.source||i.url);return t||(i.url&&(t=Dx(i.url),Js.set(i.url,t)),i.source&&(t=cf(i.source),Js.set(i.source,t))),et(t),t}function Dx(i){if(!i.startsWith("http"))return i;let t=Bx(i);return cf(t)}function cf(i){let t=new Blob([i],{type:"application/javascript"});return URL.createObjectURL(t)}function Bx(i){return`try {
  importScripts('${i}');
} catch (error) {
  console.error(error);
  throw error;
}`}function Qs(i,t=!0,e){let o=e||new Set;if(i){if(lf(i))o.add(i);else if(lf(i.buffer))o.add(i.buffer);else if(!ArrayBuffer.isView(i)){if(t&&typeof i=="object")for(let n in i)Qs(i[n],t,o)}}return e===void 0?Array.from(o):[]}function lf(i){return i?i instanceof ArrayBuffer||typeof MessagePort<"u"&&i instanceof MessagePort||typeof ImageBitmap<"u"&&i instanceof ImageBitmap||typeof OffscreenCanvas<"u"&&i instanceof OffscreenCanvas:!1}var ta=()=>{},ae=class{name;source;url;terminated=!1;worker;onMessage;onError;_loadableURL="";static isSupported(){return typeof Worker<"u"&&Pt||typeof ni<"u"&&!Pt}constructor(t){let{name:e,source:o,url:n}=t;et(o||n),this.name=e,this.source=o,this.url=n,this.onMessage=ta,this.onError=r=>console.log(r),this.worker=Pt?this._createBrowserWorker():this._createNodeWorker()}destroy(){this.onMessage=ta,this.onError=ta,this.worker.terminate(),this.terminated=!0}get isRunning(){return!!this.onMessage}postMessage(t,e){e=e||Qs(t),this.worker.postMessage(t,e)}_getErrorFromErrorEvent(t){let e="Failed to load ";return e+=`worker ${this.name} from ${this.url}. `,t.message&&(e+=`${t.message} in `),t.lineno&&(e+=`:${t.lineno}:${t.colno}`),new Error(e)}_createBrowserWorker(){this._loadableURL=af({source:this.source,url:this.url});let t=new Worker(this._loadableURL,{name:this.name});return t.onmessage=e=>{e.data?this.onMessage(e.data):this.onError(new Error("No data received"))},t.onerror=e=>{this.onError(this._getErrorFromErrorEvent(e)),this.terminated=!0},t.onmessageerror=e=>console.error(e),t}_createNodeWorker(){let t;if(this.url){let o=this.url.includes(":/")||this.url.startsWith("/")?this.url:`./${this.url}`,n=this.url.endsWith(".ts")||this.url.endsWith(".mjs")?"module":"commonjs";t=new ni(o,{eval:!1,type:n})}else if(this.source)t=new ni(this.source,{eval:!0});else throw new Error("no worker");return t.on("message",e=>{this.onMessage(e)}),t.on("error",e=>{this.onError(e)}),t.on("exit",e=>{}),t}};var Ui=class{name="unnamed";source;url;maxConcurrency=1;maxMobileConcurrency=1;onDebug=()=>{};reuseWorkers=!0;props={};jobQueue=[];idleQueue=[];count=0;isDestroyed=!1;static isSupported(){return ae.isSupported()}constructor(t){this.source=t.source,this.url=t.url,this.setProps(t)}destroy(){this.idleQueue.forEach(t=>t.destroy()),this.isDestroyed=!0}setProps(t){this.props={...this.props,...t},t.name!==void 0&&(this.name=t.name),t.maxConcurrency!==void 0&&(this.maxConcurrency=t.maxConcurrency),t.maxMobileConcurrency!==void 0&&(this.maxMobileConcurrency=t.maxMobileConcurrency),t.reuseWorkers!==void 0&&(this.reuseWorkers=t.reuseWorkers),t.onDebug!==void 0&&(this.onDebug=t.onDebug)}async startJob(t,e=(n,r,s)=>n.done(s),o=(n,r)=>n.error(r)){let n=new Promise(r=>(this.jobQueue.push({name:t,onMessage:e,onError:o,onStart:r}),this));return this._startQueuedJob(),await n}async _startQueuedJob(){if(!this.jobQueue.length)return;let t=this._getAvailableWorker();if(!t)return;let e=this.jobQueue.shift();if(e){this.onDebug({message:"Starting job",name:e.name,workerThread:t,backlog:this.jobQueue.length});let o=new Fi(e.name,t);t.onMessage=n=>e.onMessage(o,n.type,n.payload),t.onError=n=>e.onError(o,n),e.onStart(o);try{await o.result}catch(n){console.error(`Worker exception: ${n}`)}finally{this.returnWorkerToQueue(t)}}}returnWorkerToQueue(t){!Pt||this.isDestroyed||!this.reuseWorkers||this.count>this._getMaxConcurrency()?(t.destroy(),this.count--):this.idleQueue.push(t),this.isDestroyed||this._startQueuedJob()}_getAvailableWorker(){if(this.idleQueue.length>0)return this.idleQueue.shift()||null;if(this.count<this._getMaxConcurrency()){this.count++;let t=`${this.name.toLowerCase()} (#${this.count} of ${this.maxConcurrency})`;return new ae({name:t,source:this.source,url:this.url})}return null}_getMaxConcurrency(){return sf?this.maxMobileConcurrency:this.maxConcurrency}};var Nx={maxConcurrency:3,maxMobileConcurrency:1,reuseWorkers:!0,onDebug:()=>{}},Te=class i{props;workerPools=new Map;static _workerFarm;static isSupported(){return ae.isSupported()}static getWorkerFarm(t={}){return i._workerFarm=i._workerFarm||new i({}),i._workerFarm.setProps(t),i._workerFarm}constructor(t){this.props={...Nx},this.setProps(t),this.workerPools=new Map}destroy(){for(let t of this.workerPools.values())t.destroy();this.workerPools=new Map}setProps(t){this.props={...this.props,...t};for(let e of this.workerPools.values())e.setProps(this._getWorkerPoolProps())}getWorkerPool(t){let{name:e,source:o,url:n}=t,r=this.workerPools.get(e);return r||(r=new Ui({name:e,source:o,url:n}),r.setProps(this._getWorkerPoolProps()),this.workerPools.set(e,r)),r}_getWorkerPoolProps(){return{maxConcurrency:this.props.maxConcurrency,maxMobileConcurrency:this.props.maxMobileConcurrency,reuseWorkers:this.props.reuseWorkers,onDebug:this.props.onDebug}}};function ea(i,t={}){let e=t[i.id]||{},o=Pt?i.workerFile||`${i.id}-worker.js`:`${i.id}-worker-node.js`,n=e.workerUrl;if(!n&&i.id==="compression"&&(n=t.workerUrl),(t._workerType||t?.core?._workerType)==="test"&&(Pt?n=`modules/${i.module}/dist/${o}`:n=`modules/${i.module}/src/workers/${i.id}-worker-node.ts`),!n){let s=i.version;s==="latest"&&(s=of);let a=s?`@${s}`:"";n=`https://unpkg.com/@loaders.gl/${i.module}${a}/dist/${o}`}return et(n),n}function ia(i,t=nf){et(i,"no worker provided");let e=i.version;return!(!t||!e)}function oa(i,t){if(!Te.isSupported())return!1;let e=t?._nodeWorkers??t?.core?._nodeWorkers;if(!Pt&&!e)return!1;let o=t?.worker??t?.core?.worker;return!!(i.worker&&o)}async function na(i,t,e,o,n){let r=i.id,s=ea(i,e),c=Te.getWorkerFarm(e?.core).getWorkerPool({name:r,url:s});e=JSON.parse(JSON.stringify(e||{})),e._workerLoaderId=i.id,o=JSON.parse(JSON.stringify(o||{}));let l=await c.startJob("process-on-worker",jx.bind(null,n));return l.postMessage("process",{input:t,options:e,context:o}),await(await l.result).result}async function jx(i,t,e,o){switch(e){case"done":t.done(o);break;case"error":t.error(new Error(o.error));break;case"process":let{id:n,input:r,options:s}=o;try{let a=await i(r,s);t.postMessage("done",{id:n,result:a})}catch(a){let c=a instanceof Error?a.message:"unknown error";t.postMessage("error",{id:n,error:c})}break;default:console.warn(`parse-with-worker unknown message ${e}`)}}function ra(i,t,e){if(e=e||i.byteLength,i.byteLength<e||t.byteLength<e)return!1;let o=new Uint8Array(i),n=new Uint8Array(t);for(let r=0;r<o.length;++r)if(o[r]!==n[r])return!1;return!0}function sa(...i){return ff(i)}function ff(i){let t=i.map(r=>r instanceof ArrayBuffer?new Uint8Array(r):r),e=t.reduce((r,s)=>r+s.byteLength,0),o=new Uint8Array(e),n=0;for(let r of t)o.set(r,n),n+=r.byteLength;return o.buffer}async function aa(i){let t=[];for await(let e of i)t.push(Fx(e));return sa(...t)}function Fx(i){if(i instanceof ArrayBuffer)return i;if(ArrayBuffer.isView(i)){let{buffer:t,byteOffset:e,byteLength:o}=i;return hf(t,e,o)}return hf(i)}function hf(i,t=0,e=i.byteLength-t){let o=new Uint8Array(i,t,e),n=new Uint8Array(o.length);return n.set(o),n.buffer}var Ux="",uf={};function ca(i){for(let t in uf)if(i.startsWith(t)){let e=uf[t];i=i.replace(t,e)}return!i.startsWith("http://")&&!i.startsWith("https://")&&(i=`${Ux}${i}`),i}function Yn(i){return i&&typeof i=="object"&&i.isBuffer}function ri(i){if(Yn(i))return i;if(i instanceof ArrayBuffer)return i;if(Zs(i))return Gn(i);if(ArrayBuffer.isView(i)){let t=i.buffer;return i.byteOffset===0&&i.byteLength===i.buffer.byteLength?t:t.slice(i.byteOffset,i.byteOffset+i.byteLength)}if(typeof i=="string"){let t=i;return new TextEncoder().encode(t).buffer}if(i&&typeof i=="object"&&i._toArrayBuffer)return i._toArrayBuffer();throw new Error("toArrayBuffer")}function Vi(i){if(i instanceof ArrayBuffer)return i;if(Zs(i))return Gn(i);let{buffer:t,byteOffset:e,byteLength:o}=i;return t instanceof ArrayBuffer&&e===0&&o===t.byteLength?t:Gn(t,e,o)}function Gn(i,t=0,e=i.byteLength-t){let o=new Uint8Array(i,t,e),n=new Uint8Array(o.length);return n.set(o),n.buffer}function la(i){return ArrayBuffer.isView(i)?i:new Uint8Array(i)}var Zt={};Fe(Zt,{dirname:()=>Wx,filename:()=>Vx,join:()=>Gx,resolve:()=>Yx});function df(){if(typeof process<"u"&&typeof process.cwd<"u")return process.cwd();let i=window.location?.pathname;return i?.slice(0,i.lastIndexOf("/")+1)||""}function Vx(i){let t=i?i.lastIndexOf("/"):-1;return t>=0?i.substr(t+1):i}function Wx(i){let t=i?i.lastIndexOf("/"):-1;return t>=0?i.substr(0,t):""}function Gx(...i){return i=i.map((e,o)=>(o&&(e=e.replace(new RegExp("^/"),"")),o!==i.length-1&&(e=e.replace(new RegExp("/$"),"")),e)),i.join("/")}function Yx(...i){let t=[];for(let r=0;r<i.length;r++)t[r]=i[r];let e="",o=!1,n;for(let r=t.length-1;r>=-1&&!o;r--){let s;r>=0?s=t[r]:(n===void 0&&(n=df()),s=n),s.length!==0&&(e=`${s}/${e}`,o=s.charCodeAt(0)===Wi)}return e=$x(e,!o),o?`/${e}`:e.length>0?e:"."}var Wi=47,fa=46;function $x(i,t){let e="",o=-1,n=0,r,s=!1;for(let a=0;a<=i.length;++a){if(a<i.length)r=i.charCodeAt(a);else{if(r===Wi)break;r=Wi}if(r===Wi){if(!(o===a-1||n===1))if(o!==a-1&&n===2){if(e.length<2||!s||e.charCodeAt(e.length-1)!==fa||e.charCodeAt(e.length-2)!==fa){if(e.length>2){let c=e.length-1,l=c;for(;l>=0&&e.charCodeAt(l)!==Wi;--l);if(l!==c){e=l===-1?"":e.slice(0,l),o=a,n=0,s=!1;continue}}else if(e.length===2||e.length===1){e="",o=a,n=0,s=!1;continue}}t&&(e.length>0?e+="/..":e="..",s=!0)}else{let c=i.slice(o+1,a);e.length>0?e+=`/${c}`:e=c,s=!1}o=a,n=0}else r===fa&&n!==-1?++n:n=-1}return e}var $n=class extends Error{constructor(t,e){super(t),this.reason=e.reason,this.url=e.url,this.response=e.response}reason;url;response};var qx=/^data:([-\w.]+\/[-\w.+]+)(;|,)/,Xx=/^([-\w.]+\/[-\w.+]+)/;function ha(i,t){return i.toLowerCase()===t.toLowerCase()}function pf(i){let t=Xx.exec(i);return t?t[1]:i}function ua(i){let t=qx.exec(i);return t?t[1]:""}var gf=/\?.*/;function mf(i){let t=i.match(gf);return t&&t[0]}function ce(i){return i.replace(gf,"")}function yf(i){if(i.length<50)return i;let t=i.slice(i.length-15);return`${i.substr(0,32)}...${t}`}function Le(i){return dt(i)?i.url:pt(i)?("name"in i?i.name:"")||"":typeof i=="string"?i:""}function si(i){if(dt(i)){let t=i.headers.get("content-type")||"",e=ce(i.url);return pf(t)||ua(e)}return pt(i)?i.type||"":typeof i=="string"?ua(i):""}function xf(i){return dt(i)?i.headers["content-length"]||-1:pt(i)?i.size:typeof i=="string"?i.length:i instanceof ArrayBuffer||ArrayBuffer.isView(i)?i.byteLength:-1}async function Hn(i){if(dt(i))return i;let t={},e=xf(i);e>=0&&(t["content-length"]=String(e));let o=Le(i),n=si(i);n&&(t["content-type"]=n);let r=await Jx(i);r&&(t["x-first-bytes"]=r),typeof i=="string"&&(i=new TextEncoder().encode(i));let s=new Response(i,{headers:t});return Object.defineProperty(s,"url",{value:o}),s}async function vf(i){if(!i.ok)throw await Kx(i)}async function Kx(i){let t=yf(i.url),e=`Failed to fetch resource (${i.status}) ${i.statusText}: ${t}`;e=e.length>100?`${e.slice(0,100)}...`:e;let o={reason:i.statusText,url:i.url,response:i};try{let n=i.headers.get("Content-Type");o.reason=!i.bodyUsed&&n?.includes("application/json")?await i.json():await i.text()}catch{}return new $n(e,o)}async function Jx(i){if(typeof i=="string")return`data:,${i.slice(0,5)}`;if(i instanceof Blob){let e=i.slice(0,5);return await new Promise(o=>{let n=new FileReader;n.onload=r=>o(r?.target?.result),n.readAsDataURL(e)})}if(i instanceof ArrayBuffer){let e=i.slice(0,5);return`data:base64,${Qx(e)}`}return null}function Qx(i){let t="",e=new Uint8Array(i);for(let o=0;o<e.byteLength;o++)t+=String.fromCharCode(e[o]);return btoa(t)}function t0(i){return!e0(i)&&!i0(i)}function e0(i){return i.startsWith("http:")||i.startsWith("https:")}function i0(i){return i.startsWith("data:")}async function da(i,t){if(typeof i=="string"){let e=ca(i);return t0(e)&&globalThis.loaders?.fetchNode?globalThis.loaders?.fetchNode(e,t):await fetch(e,t)}return await Hn(i)}var Gi=new Ue({id:"loaders.gl"}),Zn=class{log(){return()=>{}}info(){return()=>{}}warn(){return()=>{}}error(){return()=>{}}},qn=class{console;constructor(){this.console=console}log(...t){return this.console.log.bind(this.console,...t)}info(...t){return this.console.info.bind(this.console,...t)}warn(...t){return this.console.warn.bind(this.console,...t)}error(...t){return this.console.error.bind(this.console,...t)}};var Xn={core:{baseUrl:void 0,fetch:null,mimeType:void 0,fallbackMimeType:void 0,ignoreRegisteredLoaders:void 0,nothrow:!1,log:new qn,useLocalLibraries:!1,CDN:"https://unpkg.com/@loaders.gl",worker:!0,maxConcurrency:3,maxMobileConcurrency:1,reuseWorkers:Me,_nodeWorkers:!1,_workerType:"",limit:0,_limitMB:0,batchSize:"auto",batchDebounceMs:0,metadata:!1,transforms:[]}},_f={baseUri:"core.baseUrl",fetch:"core.fetch",mimeType:"core.mimeType",fallbackMimeType:"core.fallbackMimeType",ignoreRegisteredLoaders:"core.ignoreRegisteredLoaders",nothrow:"core.nothrow",log:"core.log",useLocalLibraries:"core.useLocalLibraries",CDN:"core.CDN",worker:"core.worker",maxConcurrency:"core.maxConcurrency",maxMobileConcurrency:"core.maxMobileConcurrency",reuseWorkers:"core.reuseWorkers",_nodeWorkers:"core.nodeWorkers",_workerType:"core._workerType",_worker:"core._workerType",limit:"core.limit",_limitMB:"core._limitMB",batchSize:"core.batchSize",batchDebounceMs:"core.batchDebounceMs",metadata:"core.metadata",transforms:"core.transforms",throws:"nothrow",dataType:"(no longer used)",uri:"core.baseUrl",method:"core.fetch.method",headers:"core.fetch.headers",body:"core.fetch.body",mode:"core.fetch.mode",credentials:"core.fetch.credentials",cache:"core.fetch.cache",redirect:"core.fetch.redirect",referrer:"core.fetch.referrer",referrerPolicy:"core.fetch.referrerPolicy",integrity:"core.fetch.integrity",keepalive:"core.fetch.keepalive",signal:"core.fetch.signal"};var pa=["baseUrl","fetch","mimeType","fallbackMimeType","ignoreRegisteredLoaders","nothrow","log","useLocalLibraries","CDN","worker","maxConcurrency","maxMobileConcurrency","reuseWorkers","_nodeWorkers","_workerType","limit","_limitMB","batchSize","batchDebounceMs","metadata","transforms"];function ga(){globalThis.loaders=globalThis.loaders||{};let{loaders:i}=globalThis;return i._state||(i._state={}),i._state}function ma(){let i=ga();return i.globalOptions=i.globalOptions||{...Xn,core:{...Xn.core}},qt(i.globalOptions)}function bf(i,t,e,o){return e=e||[],e=Array.isArray(e)?e:[e],o0(i,e),qt(r0(t,i,o))}function qt(i){let t=a0(i);Sf(t);for(let e of pa)t.core&&t.core[e]!==void 0&&delete t[e];return t.core&&t.core._workerType!==void 0&&delete t._worker,t}function o0(i,t){Pf(i,null,Xn,_f,t);for(let e of t){let o=i&&i[e.id]||{},n=e.options&&e.options[e.id]||{},r=e.deprecatedOptions&&e.deprecatedOptions[e.id]||{};Pf(o,e.id,n,r,t)}}function Pf(i,t,e,o,n){let r=t||"Top level",s=t?`${t}.`:"";for(let a in i){let c=!t&&Ft(i[a]),l=a==="baseUri"&&!t,f=a==="workerUrl"&&t;if(!(a in e)&&!l&&!f){if(a in o)Gi.level>0&&Gi.warn(`${r} loader option '${s}${a}' no longer supported, use '${o[a]}'`)();else if(!c&&Gi.level>0){let h=n0(a,n);Gi.warn(`${r} loader option '${s}${a}' not recognized. ${h}`)()}}}}function n0(i,t){let e=i.toLowerCase(),o="";for(let n of t)for(let r in n.options){if(i===r)return`Did you mean '${n.id}.${r}'?`;let s=r.toLowerCase();(e.startsWith(s)||s.startsWith(e))&&(o=o||`Did you mean '${n.id}.${r}'?`)}return o}function r0(i,t,e){let o=i.options||{},n={...o};o.core&&(n.core={...o.core}),Sf(n),n.core?.log===null&&(n.core={...n.core,log:new Zn}),wf(n,qt(ma()));let r=qt(t);return wf(n,r),s0(n,e),c0(n),n}function wf(i,t){for(let e in t)if(e in t){let o=t[e];Wn(o)&&Wn(i[e])?i[e]={...i[e],...t[e]}:i[e]=t[e]}}function s0(i,t){if(!t)return;i.core?.baseUrl!==void 0||(i.core||={},i.core.baseUrl=Zt.dirname(ce(t)))}function a0(i){let t={...i};return i.core&&(t.core={...i.core}),t}function Sf(i){i.baseUri!==void 0&&(i.core||={},i.core.baseUrl===void 0&&(i.core.baseUrl=i.baseUri));for(let e of pa)if(i[e]!==void 0){let n=i.core=i.core||{};n[e]===void 0&&(n[e]=i[e])}let t=i._worker;t!==void 0&&(i.core||={},i.core._workerType===void 0&&(i.core._workerType=t))}function c0(i){let t=i.core;if(t)for(let e of pa)t[e]!==void 0&&(i[e]=t[e])}function Yi(i){return i?(Array.isArray(i)&&(i=i[0]),Array.isArray(i?.extensions)):!1}function $i(i){se(i,"null loader"),se(Yi(i),"invalid loader");let t;return Array.isArray(i)&&(t=i[1],i=i[0],i={...i,options:{...i.options,...t}}),(i?.parseTextSync||i?.parseText)&&(i.text=!0),i.text||(i.binary=!0),i}var Cf=()=>{let i=ga();return i.loaderRegistry=i.loaderRegistry||[],i.loaderRegistry};function ya(i){let t=Cf();i=Array.isArray(i)?i:[i];for(let e of i){let o=$i(e);t.find(n=>o===n)||t.unshift(o)}}function Ef(){return Cf()}var l0=/\.([^.]+)$/;async function Lf(i,t=[],e,o){if(!Af(i))return null;let n=qt(e||{});if(n.core||={},i instanceof Response&&Mf(i)){let s=await i.clone().text(),a=Kn(s,t,{...n,core:{...n.core,nothrow:!0}},o);if(a)return a}let r=Kn(i,t,{...n,core:{...n.core,nothrow:!0}},o);if(r)return r;if(pt(i)&&(i=await i.slice(0,10).arrayBuffer(),r=Kn(i,t,n,o)),!r&&i instanceof Response&&Mf(i)){let s=await i.clone().text();r=Kn(s,t,n,o)}if(!r&&!n.core.nothrow)throw new Error(If(i));return r}function Mf(i){let t=si(i);return!!(t&&(t.startsWith("text/")||t==="application/json"||t.endsWith("+json")))}function Kn(i,t=[],e,o){if(!Af(i))return null;let n=qt(e||{});if(n.core||={},t&&!Array.isArray(t))return $i(t);let r=[];t&&(r=r.concat(t)),n.core.ignoreRegisteredLoaders||r.push(...Ef()),h0(r);let s=f0(i,r,n,o);if(!s&&!n.core.nothrow)throw new Error(If(i));return s}function f0(i,t,e,o){let n=Le(i),r=si(i),s=ce(n)||o?.url,a=null,c="";return e?.core?.mimeType&&(a=xa(t,e?.core?.mimeType),c=`match forced by supplied MIME type ${e?.core?.mimeType}`),a=a||u0(t,s),c=c||(a?`matched url ${s}`:""),a=a||xa(t,r),c=c||(a?`matched MIME type ${r}`:""),a=a||p0(t,i),c=c||(a?`matched initial data ${Of(i)}`:""),e?.core?.fallbackMimeType&&(a=a||xa(t,e?.core?.fallbackMimeType),c=c||(a?`matched fallback MIME type ${r}`:"")),c&&Hs.log(1,`selectLoader selected ${a?.name}: ${c}.`),a}function Af(i){return!(i instanceof Response&&i.status===204)}function If(i){let t=Le(i),e=si(i),o="No valid loader found (";o+=t?`${Zt.filename(t)}, `:"no url provided, ",o+=`MIME type: ${e?`"${e}"`:"not provided"}, `;let n=i?Of(i):"";return o+=n?` first bytes: "${n}"`:"first bytes: not available",o+=")",o}function h0(i){for(let t of i)$i(t)}function u0(i,t){let e=t&&l0.exec(t),o=e&&e[1];return o?d0(i,o):null}function d0(i,t){t=t.toLowerCase();for(let e of i)for(let o of e.extensions)if(o.toLowerCase()===t)return e;return null}function xa(i,t){for(let e of i)if(e.mimeTypes?.some(o=>ha(t,o))||ha(t,`application/x.${e.id}`))return e;return null}function p0(i,t){if(!t)return null;for(let e of i)if(typeof t=="string"){if(g0(t,e))return e}else if(ArrayBuffer.isView(t)){if(Tf(t.buffer,t.byteOffset,e))return e}else if(t instanceof ArrayBuffer&&Tf(t,0,e))return e;return null}function g0(i,t){return t.testText?t.testText(i):(Array.isArray(t.tests)?t.tests:[t.tests]).some(o=>i.startsWith(o))}function Tf(i,t,e){return(Array.isArray(e.tests)?e.tests:[e.tests]).some(n=>m0(i,t,e,n))}function m0(i,t,e,o){if(oi(o))return ra(o,i,o.byteLength);switch(typeof o){case"function":return o(Vi(i));case"string":let n=va(i,t,o.length);return o===n;default:return!1}}function Of(i,t=5){return typeof i=="string"?i.slice(0,t):ArrayBuffer.isView(i)?va(i.buffer,i.byteOffset,t):i instanceof ArrayBuffer?va(i,0,t):""}function va(i,t,e){if(i.byteLength<t+e)return"";let o=new DataView(i),n="";for(let r=0;r<e;r++)n+=String.fromCharCode(o.getUint8(t+r));return n}var y0=256*1024;function*Rf(i,t){let e=t?.chunkSize||y0,o=0,n=new TextEncoder;for(;o<i.length;){let r=Math.min(i.length-o,e),s=i.slice(o,o+r);o+=r,yield Vi(n.encode(s))}}function*kf(i,t={}){let{chunkSize:e=262144}=t,o=0;for(;o<i.byteLength;){let n=Math.min(i.byteLength-o,e),r=new ArrayBuffer(n),s=new Uint8Array(i,o,n);new Uint8Array(r).set(s),o+=n,yield r}}async function*zf(i,t){let e=t?.chunkSize||1048576,o=0;for(;o<i.size;){let n=o+e,r=await i.slice(o,n).arrayBuffer();o=n,yield r}}function _a(i,t){return Me?x0(i,t):v0(i,t)}async function*x0(i,t){let e=i.getReader(),o;try{for(;;){let n=o||e.read();t?._streamReadAhead&&(o=e.read());let{done:r,value:s}=await n;if(r)return;yield ri(s)}}catch{e.releaseLock()}}async function*v0(i,t){for await(let e of i)yield ri(e)}function Df(i,t){if(typeof i=="string")return Rf(i,t);if(i instanceof ArrayBuffer)return kf(i,t);if(pt(i))return zf(i,t);if(ji(i))return _a(i,t);if(dt(i)){let e=i.body;if(!e)throw new Error("Readable stream not available on Response");return _a(e,t)}throw new Error("makeIterator")}var Bf="Cannot convert supplied data type";function _0(i,t,e){if(t.text&&typeof i=="string")return i;if(Yn(i)&&(i=i.buffer),oi(i)){let o=la(i);return t.text&&!t.binary?new TextDecoder("utf8").decode(o):ri(o)}throw new Error(Bf)}async function Nf(i,t,e){if(typeof i=="string"||oi(i))return _0(i,t,e);if(pt(i)&&(i=await Hn(i)),dt(i))return await vf(i),t.binary?await i.arrayBuffer():await i.text();if(ji(i)&&(i=Df(i,e)),qs(i)||Xs(i))return aa(i);throw new Error(Bf)}function Jn(i,t){let e=ma(),o=i||e,n=o.fetch??o.core?.fetch;return typeof n=="function"?n:Ft(n)?r=>da(r,n):t?.fetch?t?.fetch:da}function jf(i,t,e){if(e)return e;let o={fetch:Jn(t,i),...i};if(o.url){let n=ce(o.url);o.baseUrl=n,o.queryString=mf(o.url),o.filename=Zt.filename(n),o.baseUrl=Zt.dirname(n)}return Array.isArray(o.loaders)||(o.loaders=null),o}function Ff(i,t){if(i&&!Array.isArray(i))return i;let e;if(i&&(e=Array.isArray(i)?i:[i]),t&&t.loaders){let o=Array.isArray(t.loaders)?t.loaders:[t.loaders];e=e?[...e,...o]:o}return e&&e.length?e:void 0}async function Hi(i,t,e,o){t&&!Array.isArray(t)&&!Yi(t)&&(o=void 0,e=t,t=void 0),i=await i,e=e||{};let n=Le(i),s=Ff(t,o),a=await Lf(i,s,e);if(!a)return null;let c=bf(e,a,s,n);return o=jf({url:n,_parse:Hi,loaders:s},c,o||null),await P0(a,i,c,o)}async function P0(i,t,e,o){if(ia(i),e=Ks(i.options,e),dt(t)){let{ok:r,redirected:s,status:a,statusText:c,type:l,url:f}=t,h=Object.fromEntries(t.headers.entries());o.response={headers:h,ok:r,redirected:s,status:a,statusText:c,type:l,url:f}}t=await Nf(t,i,e);let n=i;if(n.parseTextSync&&typeof t=="string")return n.parseTextSync(t,e,o);if(oa(i,e))return await na(i,t,e,o,Hi);if(n.parseText&&typeof t=="string")return await n.parseText(t,e,o);if(n.parse)return await n.parse(t,e,o);throw et(!n.parseSync),new Error(`${i.id} loader - no parser found and worker is disabled`)}async function le(i,t,e,o){let n,r;!Array.isArray(t)&&!Yi(t)?(n=[],r=t,o=void 0):(n=t,r=e);let s=Jn(r),a=i;return typeof i=="string"&&(a=await s(i)),pt(i)&&(a=await s(i)),typeof i=="string"&&(qt(r||{}).core?.baseUrl||(r={...r,core:{...r?.core,baseUrl:i}})),Array.isArray(n)?await Hi(a,n,r):await Hi(a,n,r)}var Zi=class{constructor(t,e,o){this._loadCount=0,this._subscribers=new Set,this.id=t,this.context=o,this.setData(e)}subscribe(t){this._subscribers.add(t)}unsubscribe(t){this._subscribers.delete(t)}inUse(){return this._subscribers.size>0}delete(){}getData(){return this.isLoaded?this._error?Promise.reject(this._error):this._content:this._loader.then(()=>this.getData())}setData(t,e){if(t===this._data&&!e)return;this._data=t;let o=++this._loadCount,n=t;typeof t=="string"&&(n=le(t)),n instanceof Promise?(this.isLoaded=!1,this._loader=n.then(r=>{this._loadCount===o&&(this.isLoaded=!0,this._error=void 0,this._content=r)}).catch(r=>{this._loadCount===o&&(this.isLoaded=!0,this._error=r||!0)})):(this.isLoaded=!0,this._error=void 0,this._content=t);for(let r of this._subscribers)r.onChange(this.getData())}};var qi=class{constructor(t){this.protocol=t.protocol||"resource://",this._context={device:t.device,gl:t.device?.gl,resourceManager:this},this._resources={},this._consumers={},this._pruneRequest=null}contains(t){return t.startsWith(this.protocol)?!0:t in this._resources}add({resourceId:t,data:e,forceUpdate:o=!1,persistent:n=!0}){let r=this._resources[t];r?r.setData(e,o):(r=new Zi(t,e,this._context),this._resources[t]=r),r.persistent=n}remove(t){let e=this._resources[t];e&&(e.delete(),delete this._resources[t])}unsubscribe({consumerId:t}){let e=this._consumers[t];if(e){for(let o in e){let n=e[o],r=this._resources[n.resourceId];r&&r.unsubscribe(n)}delete this._consumers[t],this.prune()}}subscribe({resourceId:t,onChange:e,consumerId:o,requestId:n="default"}){let{_resources:r,protocol:s}=this;t.startsWith(s)&&(t=t.replace(s,""),r[t]||this.add({resourceId:t,data:null,persistent:!1}));let a=r[t];if(this._track(o,n,a,e),a)return a.getData()}prune(){this._pruneRequest||(this._pruneRequest=setTimeout(()=>this._prune(),0))}finalize(){for(let t in this._resources)this._resources[t].delete()}_track(t,e,o,n){let r=this._consumers,s=r[t]=r[t]||{},a=s[e],c=a&&a.resourceId&&this._resources[a.resourceId];c&&(c.unsubscribe(a),this.prune()),o&&(a?(a.onChange=n,a.resourceId=o.id):a={onChange:n,resourceId:o.id},s[e]=a,o.subscribe(a))}_prune(){this._pruneRequest=null;for(let t of Object.keys(this._resources)){let e=this._resources[t];!e.persistent&&!e.inUse()&&(e.delete(),delete this._resources[t])}}};var Pa=class{constructor(t={}){this._pool=[],this.opts={overAlloc:2,poolSize:100},this.setOptions(t)}setOptions(t){Object.assign(this.opts,t)}allocate(t,e,{size:o=1,type:n,padding:r=0,copy:s=!1,initialize:a=!1,maxCount:c}){let l=n||t&&t.constructor||Float32Array,f=e*o+r;if(ArrayBuffer.isView(t)){if(f<=t.length)return t;if(f*t.BYTES_PER_ELEMENT<=t.buffer.byteLength)return new l(t.buffer,0,f)}let h=1/0;c&&(h=c*o+r);let u=this._allocate(l,f,a,h);return t&&s?u.set(t):a||u.fill(0,0,4),this._release(t),u}release(t){this._release(t)}_allocate(t,e,o,n){let r=Math.max(Math.ceil(e*this.opts.overAlloc),1);r>n&&(r=n);let s=this._pool,a=t.BYTES_PER_ELEMENT*r,c=s.findIndex(l=>l.byteLength>=a);if(c>=0){let l=new t(s.splice(c,1)[0],0,r);return o&&l.fill(0),l}return new t(r)}_release(t){if(!ArrayBuffer.isView(t))return;let e=this._pool,{buffer:o}=t,{byteLength:n}=o,r=e.findIndex(s=>s.byteLength>=n);r<0?e.push(o):(r>0||e.length<this.opts.poolSize)&&e.splice(r,0,o),e.length>this.opts.poolSize&&e.shift()}},Lt=new Pa;function ci(){return[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}function Ki(i,t){let e=i%t;return e<0?t+e:e}function Vf(i){return[i[12],i[13],i[14]]}function Wf(i){let t=i[10],e=i[14];return{near:e/(t-1),far:e/(t+1)}}function Gf(i){return{left:ai(i[3]+i[0],i[7]+i[4],i[11]+i[8],i[15]+i[12]),right:ai(i[3]-i[0],i[7]-i[4],i[11]-i[8],i[15]-i[12]),bottom:ai(i[3]+i[1],i[7]+i[5],i[11]+i[9],i[15]+i[13]),top:ai(i[3]-i[1],i[7]-i[5],i[11]-i[9],i[15]-i[13]),near:ai(i[3]+i[2],i[7]+i[6],i[11]+i[10],i[15]+i[14]),far:ai(i[3]-i[2],i[7]-i[6],i[11]-i[10],i[15]-i[14])}}var Uf=new Q;function ai(i,t,e,o){Uf.set(i,t,e);let n=Uf.len();return{distance:o/n,normal:new Q(-i/n,-t/n,-e/n)}}function w0(i){return i-Math.fround(i)}var Xi;function li(i,t){let{size:e=1,startIndex:o=0}=t,n=t.endIndex!==void 0?t.endIndex:i.length,r=(n-o)/e;Xi=Lt.allocate(Xi,r,{type:Float32Array,size:e*2});let s=o,a=0;for(;s<n;){for(let c=0;c<e;c++){let l=i[s++];Xi[a+c]=l,Xi[a+c+e]=w0(l)}a+=e*2}return Xi.subarray(0,r*e*2)}function Yf(i){let t=null,e=!1;for(let o of i)o&&(t?(e||(t=[[t[0][0],t[0][1]],[t[1][0],t[1][1]]],e=!0),t[0][0]=Math.min(t[0][0],o[0][0]),t[0][1]=Math.min(t[0][1],o[0][1]),t[1][0]=Math.max(t[1][0],o[1][0]),t[1][1]=Math.max(t[1][1],o[1][1])):t=o);return t}var b0=Math.PI/180,S0=ci(),$f=[0,0,0],C0={unitsPerMeter:[1,1,1],metersPerUnit:[1,1,1]};function E0({width:i,height:t,orthographic:e,fovyRadians:o,focalDistance:n,padding:r,near:s,far:a}){let c=i/t,l=e?new W().orthographic({fovy:o,aspect:c,focalDistance:n,near:s,far:a}):new W().perspective({fovy:o,aspect:c,near:s,far:a});if(r){let{left:f=0,right:h=0,top:u=0,bottom:d=0}=r,p=D((f+i-h)/2,0,i)-i/2,g=D((u+t-d)/2,0,t)-t/2;l[8]-=p*2/i,l[9]+=g*2/t}return l}var Qn=class i{constructor(t={}){this._frustumPlanes={},this.id=t.id||this.constructor.displayName||"viewport",this.x=t.x||0,this.y=t.y||0,this.width=t.width||1,this.height=t.height||1,this.zoom=t.zoom||0,this.padding=t.padding,this.distanceScales=t.distanceScales||C0,this.focalDistance=t.focalDistance||1,this.position=t.position||$f,this.modelMatrix=t.modelMatrix||null;let{longitude:e,latitude:o}=t;this.isGeospatial=Number.isFinite(o)&&Number.isFinite(e),this._initProps(t),this._initMatrices(t),this.equals=this.equals.bind(this),this.project=this.project.bind(this),this.unproject=this.unproject.bind(this),this.projectPosition=this.projectPosition.bind(this),this.unprojectPosition=this.unprojectPosition.bind(this),this.projectFlat=this.projectFlat.bind(this),this.unprojectFlat=this.unprojectFlat.bind(this)}get subViewports(){return null}get metersPerPixel(){return this.distanceScales.metersPerUnit[2]/this.scale}get projectionMode(){return this.isGeospatial?this.zoom<12?q.WEB_MERCATOR:q.WEB_MERCATOR_AUTO_OFFSET:q.IDENTITY}equals(t){return t instanceof i?this===t?!0:t.width===this.width&&t.height===this.height&&t.scale===this.scale&&t.projectionMode===this.projectionMode&&t.resolution===this.resolution&&Ot(t.distanceScales.unitsPerMeter,this.distanceScales.unitsPerMeter)&&Ot(t.projectionMatrix,this.projectionMatrix)&&Ot(t.viewMatrix,this.viewMatrix):!1}project(t,{topLeft:e=!0}={}){let o=this.projectPosition(t),n=ne(o,this.pixelProjectionMatrix),[r,s]=n,a=e?s:this.height-s;return t.length===2?[r,a]:[r,a,n[2]]}unproject(t,{topLeft:e=!0,targetZ:o}={}){let[n,r,s]=t,a=e?r:this.height-r,c=o&&o*this.distanceScales.unitsPerMeter[2],l=vt([n,a,s],this.pixelUnprojectionMatrix,c),[f,h,u]=this.unprojectPosition(l);return Number.isFinite(s)?[f,h,u]:Number.isFinite(o)?[f,h,o]:[f,h]}projectPosition(t){let[e,o]=this.projectFlat(t),n=(t[2]||0)*this.distanceScales.unitsPerMeter[2];return[e,o,n]}unprojectPosition(t){let[e,o]=this.unprojectFlat(t),n=(t[2]||0)*this.distanceScales.metersPerUnit[2];return[e,o,n]}projectFlat(t){if(this.isGeospatial){let e=xt(t);return e[1]=D(e[1],-318,830),e}return t}unprojectFlat(t){return this.isGeospatial?ut(t):t}getBounds(t={}){let e={targetZ:t.z||0},o=this.unproject([0,0],e),n=this.unproject([this.width,0],e),r=this.unproject([0,this.height],e),s=this.unproject([this.width,this.height],e);return[Math.min(o[0],n[0],r[0],s[0]),Math.min(o[1],n[1],r[1],s[1]),Math.max(o[0],n[0],r[0],s[0]),Math.max(o[1],n[1],r[1],s[1])]}getDistanceScales(t){return t&&this.isGeospatial?ti({longitude:t[0],latitude:t[1],highPrecision:!0}):this.distanceScales}containsPixel({x:t,y:e,width:o=1,height:n=1}){return t<this.x+this.width&&this.x<t+o&&e<this.y+this.height&&this.y<e+n}getFrustumPlanes(){return this._frustumPlanes.near?this._frustumPlanes:(Object.assign(this._frustumPlanes,Gf(this.viewProjectionMatrix)),this._frustumPlanes)}panByPosition(t,e,o){return null}_initProps(t){let e=t.longitude,o=t.latitude;this.isGeospatial&&(Number.isFinite(t.zoom)||(this.zoom=Us({latitude:o})+Math.log2(this.focalDistance)),this.distanceScales=t.distanceScales||ti({latitude:o,longitude:e}));let n=Math.pow(2,this.zoom);this.scale=n;let{position:r,modelMatrix:s}=t,a=$f;if(r&&(a=s?new W(s).transformAsVector(r,[]):r),this.isGeospatial){let c=this.projectPosition([e,o,0]);this.center=new Q(a).scale(this.distanceScales.unitsPerMeter).add(c)}else this.center=this.projectPosition(a)}_initMatrices(t){let{viewMatrix:e=S0,projectionMatrix:o=null,orthographic:n=!1,fovyRadians:r,fovy:s=75,near:a=.1,far:c=1e3,padding:l=null,focalDistance:f=1}=t;this.viewMatrixUncentered=e,this.viewMatrix=new W().multiplyRight(e).translate(new Q(this.center).negate()),this.projectionMatrix=o||E0({width:this.width,height:this.height,orthographic:n,fovyRadians:r||s*b0,focalDistance:f,padding:l,near:a,far:c});let h=ci();H.multiply(h,h,this.projectionMatrix),H.multiply(h,h,this.viewMatrix),this.viewProjectionMatrix=h,this.viewMatrixInverse=H.invert([],this.viewMatrix)||this.viewMatrix,this.cameraPosition=Vf(this.viewMatrixInverse);let u=ci(),d=ci();H.scale(u,u,[this.width/2,-this.height/2,1]),H.translate(u,u,[1,-1,0]),H.multiply(d,u,this.viewProjectionMatrix),this.pixelProjectionMatrix=d,this.pixelUnprojectionMatrix=H.invert(ci(),this.pixelProjectionMatrix),this.pixelUnprojectionMatrix||A.warn("Pixel project matrix not invertible")()}};Qn.displayName="Viewport";var fe=Qn;var M0="layerManager.setLayers",T0="layerManager.activateViewport",Ji=class{constructor(t,e){this._lastRenderedLayers=[],this._needsRedraw=!1,this._needsUpdate=!1,this._nextLayers=null,this._debug=!1,this._defaultShaderModulesChanged=!1,this.activateViewport=a=>{G(T0,this,a),a&&(this.context.viewport=a)};let{deck:o,stats:n,viewport:r,timeline:s}=e||{};this.layers=[],this.resourceManager=new qi({device:t,protocol:"deck://"}),this.context={mousePosition:null,userData:{},layerManager:this,device:t,gl:t?.gl,deck:o,shaderAssembler:Zl(t?.info?.shadingLanguage||"glsl"),defaultShaderModules:[Ws],renderPass:void 0,stats:n||new hn({id:"deck.gl"}),viewport:r||new fe({id:"DEFAULT-INITIAL-VIEWPORT"}),timeline:s||new dn,resourceManager:this.resourceManager,onError:void 0},Object.seal(this)}finalize(){this.resourceManager.finalize();for(let t of this.layers)this._finalizeLayer(t)}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;t.clearRedrawFlags&&(this._needsRedraw=!1);for(let o of this.layers){let n=o.getNeedsRedraw(t);e=e||n}return e}needsUpdate(){return this._nextLayers&&this._nextLayers!==this._lastRenderedLayers?"layers changed":this._defaultShaderModulesChanged?"shader modules changed":this._needsUpdate}setNeedsRedraw(t){this._needsRedraw=this._needsRedraw||t}setNeedsUpdate(t){this._needsUpdate=this._needsUpdate||t}getLayers({layerIds:t}={}){return t?this.layers.filter(e=>t.find(o=>e.id.indexOf(o)===0)):this.layers}setProps(t){"debug"in t&&(this._debug=t.debug),"userData"in t&&(this.context.userData=t.userData),"layers"in t&&(this._nextLayers=t.layers),"onError"in t&&(this.context.onError=t.onError)}setLayers(t,e){G(M0,this,e,t),this._lastRenderedLayers=t;let o=ii(t,Boolean);for(let n of o)n.context=this.context;this._updateLayers(this.layers,o)}updateLayers(){let t=this.needsUpdate();t&&(this.setNeedsRedraw(`updating layers: ${t}`),this.setLayers(this._nextLayers||this._lastRenderedLayers,t)),this._nextLayers=null}addDefaultShaderModule(t){let{defaultShaderModules:e}=this.context;e.find(o=>o.name===t.name)||(e.push(t),this._defaultShaderModulesChanged=!0)}removeDefaultShaderModule(t){let{defaultShaderModules:e}=this.context,o=e.findIndex(n=>n.name===t.name);o>=0&&(e.splice(o,1),this._defaultShaderModulesChanged=!0)}_handleError(t,e,o){o.raiseError(e,`${t} of ${o}`)}_updateLayers(t,e){let o={};for(let s of t)o[s.id]?A.warn(`Multiple old layers with same id ${s.id}`)():o[s.id]=s;if(this._defaultShaderModulesChanged){for(let s of t)s.setNeedsUpdate(),s.setChangeFlags({extensionsChanged:!0});this._defaultShaderModulesChanged=!1}let n=[];this._updateSublayersRecursively(e,o,n),this._finalizeOldLayers(o);let r=!1;for(let s of n)if(s.hasUniformTransition()){r=`Uniform transition in ${s}`;break}this._needsUpdate=r,this.layers=n}_updateSublayersRecursively(t,e,o){for(let n of t){n.context=this.context;let r=e[n.id];r===null&&A.warn(`Multiple new layers with same id ${n.id}`)(),e[n.id]=null;let s=null;try{this._debug&&r!==n&&n.validateProps(),r?(this._transferLayerState(r,n),this._updateLayer(n)):this._initializeLayer(n),o.push(n),s=n.isComposite?n.getSubLayers():null}catch(a){this._handleError("matching",a,n)}s&&this._updateSublayersRecursively(s,e,o)}}_finalizeOldLayers(t){for(let e in t){let o=t[e];o&&this._finalizeLayer(o)}}_initializeLayer(t){try{t._initialize(),t.lifecycle=re.INITIALIZED}catch(e){this._handleError("initialization",e,t)}}_transferLayerState(t,e){e._transferState(t),e.lifecycle=re.MATCHED,e!==t&&(t.lifecycle=re.AWAITING_GC)}_updateLayer(t){try{t._update()}catch(e){this._handleError("update",e,t)}}_finalizeLayer(t){this._needsRedraw=this._needsRedraw||`finalized ${t}`,t.lifecycle=re.AWAITING_FINALIZATION;try{t._finalize(),t.lifecycle=re.FINALIZED}catch(e){this._handleError("finalization",e,t)}}};function Y(i,t,e){if(i===t)return!0;if(!e||!i||!t)return!1;if(Array.isArray(i)){if(!Array.isArray(t)||i.length!==t.length)return!1;for(let o=0;o<i.length;o++)if(!Y(i[o],t[o],e-1))return!1;return!0}if(Array.isArray(t))return!1;if(typeof i=="object"&&typeof t=="object"){let o=Object.keys(i),n=Object.keys(t);if(o.length!==n.length)return!1;for(let r of o)if(!t.hasOwnProperty(r)||!Y(i[r],t[r],e-1))return!1;return!0}return!1}var he="default-canvas",Qi=class{constructor(t){this.views=[],this.width=100,this.height=100,this.viewState={},this.controllers={},this.timeline=t.timeline,this._viewports=[],this._viewportMap={},this._isUpdating=!1,this._needsRedraw="First render",this._needsUpdate="Initialize",this._eventManager=t.eventManager,this._eventManagers=t.eventManagers||{},this._viewEventManagers={},this._eventCallbacks={onViewStateChange:t.onViewStateChange,onInteractionStateChange:t.onInteractionStateChange},this._pickPosition=t.pickPosition,this._getCanvasContext=t.getCanvasContext,Object.seal(this),this.setProps(t)}finalize(){for(let t in this.controllers){let e=this.controllers[t];e&&e.finalize()}this.controllers={}}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}setNeedsUpdate(t){this._needsUpdate=this._needsUpdate||t,this._needsRedraw=this._needsRedraw||t}updateViewStates(){for(let t in this.controllers){let e=this.controllers[t];e&&e.updateTransition()}}getViewports(t){return t?this._viewports.filter(e=>{let o=!t.canvasId||this.getCanvasId(e.id)===t.canvasId,n=!("x"in t)||e.containsPixel(t);return o&&n}):this._viewports}getViews(){let t={};return this.views.forEach(e=>{t[e.id]=e}),t}getView(t){return this.views.find(e=>e.id===t)}getViewState(t){let e=typeof t=="string"?this.getView(t):t,o=e&&this.viewState[e.getViewStateId()]||this.viewState;return e?e.filterViewState(o):o}getViewport(t){return this._viewportMap[t]}getCanvasId(t){let e=typeof t=="string"?this.getView(t):t;return e?this._viewEventManagers[e.id]?.canvasId||this._getCanvasIdFromView(e):void 0}unproject(t,e){let o=this.getViewports(),n={x:t[0],y:t[1]};for(let r=o.length-1;r>=0;--r){let s=o[r];if(s.containsPixel(n)){let a=t.slice();return a[0]-=s.x,a[1]-=s.y,s.unproject(a,e)}}return null}setProps(t){t.views&&this._setViews(t.views),t.viewState&&this._setViewState(t.viewState),("width"in t||"height"in t)&&this._setSize(t.width,t.height),"pickPosition"in t&&(this._pickPosition=t.pickPosition),"eventManagers"in t&&this._setEventManagers(t.eventManagers||{}),this._isUpdating||this._update()}_update(){this._isUpdating=!0,this._needsUpdate&&(this._needsUpdate=!1,this._rebuildViewports()),this._needsUpdate&&(this._needsUpdate=!1,this._rebuildViewports()),this._isUpdating=!1}_setSize(t,e){(t!==this.width||e!==this.height)&&(this.width=t,this.height=e,this.setNeedsUpdate("Size changed"))}_setViews(t){t=ii(t,Boolean),this._diffViews(t,this.views)&&this.setNeedsUpdate("views changed"),this.views=t}_setViewState(t){t?(!Y(t,this.viewState,3)&&this.setNeedsUpdate("viewState changed"),this.viewState=t):A.warn("missing `viewState` or `initialViewState`")()}_setEventManagers(t){this._eventManagers!==t&&(this._eventManagers=t,this.setNeedsUpdate("eventManagers changed"))}_getCanvasIdFromView(t){return t.props.canvasId||this._getCanvasContext?.(t.id)?.id||he}_getCanvasDimensions(t){let e=this._getCanvasContext?.(t.id),[o,n]=e?.getCSSSize()||[this.width,this.height];return{width:o,height:n}}_getViewEventManager(t){let e=this.getCanvasId(t)||he;return{canvasId:e,eventManager:this._eventManagers[e]||this._eventManager}}_startViewportRebuild(){let t=this.controllers,e=this._viewEventManagers;return this._viewports=[],this.controllers={},this._viewEventManagers={},{oldControllers:t,oldViewEventManagers:e}}_getReusableController(t,e,o){return t&&(e?.canvasId!==o.canvasId||e?.eventManager!==o.eventManager)?(t.finalize(),null):t}_createController(t,e){let o=e.type;return new o({timeline:this.timeline,eventManager:this._getViewEventManager(t).eventManager,onViewStateChange:this._eventCallbacks.onViewStateChange,onStateChange:this._eventCallbacks.onInteractionStateChange,makeViewport:r=>this.getView(t.id)?.makeViewport({viewState:r,...this._getCanvasDimensions(t)}),pickPosition:(r,s)=>this._pickPosition?.(r,s,t.id)})}_updateController(t,e,o,n){let r=t.controller;if(r&&o){let s={...e,...r,id:t.id,x:o.x,y:o.y,width:o.width,height:o.height};return(!n||n.constructor!==r.type)&&(n=this._createController(t,s)),n&&n.setProps(s),n}return null}_rebuildViewports(){let{views:t}=this,{oldControllers:e,oldViewEventManagers:o}=this._startViewportRebuild(),n=!1;for(let r=t.length;r--;){let s=t[r],{width:a,height:c}=this._getCanvasDimensions(s),l=this._getViewEventManager(s);this._viewEventManagers[s.id]=l;let f=this.getViewState(s),h=s.makeViewport({viewState:f,width:a,height:c}),u=this._getReusableController(e[s.id],o[s.id],l),d=!!s.controller;d&&!u&&(n=!0),(n||!d)&&u&&(u.finalize(),u=null),this.controllers[s.id]=this._updateController(s,f,h,u),h&&this._viewports.unshift(h)}for(let r in e){let s=e[r];s&&!this.controllers[r]&&s.finalize()}this._buildViewportMap()}_buildViewportMap(){this._viewportMap={},this._viewports.forEach(t=>{t.id&&(this._viewportMap[t.id]=this._viewportMap[t.id]||t)})}_diffViews(t,e){return t.length!==e.length?!0:t.some((o,n)=>!t[n].equals(e[n]))}};var L0=/^(?:\d+\.?\d*|\.\d+)$/;function ct(i){switch(typeof i){case"number":if(!Number.isFinite(i))throw new Error(`Could not parse position string ${i}`);return{type:"literal",value:i};case"string":try{let t=A0(i);return new ba(t).parseExpression()}catch(t){let e=t instanceof Error?t.message:String(t);throw new Error(`Could not parse position string ${i}: ${e}`)}default:throw new Error(`Could not parse position string ${i}`)}}function wa(i,t){switch(i.type){case"literal":return i.value;case"percentage":return Math.round(i.value*t);case"binary":let e=wa(i.left,t),o=wa(i.right,t);return i.operator==="+"?e+o:e-o;default:throw new Error("Unknown layout expression type")}}function lt(i,t){return wa(i,t)}function A0(i){let t=[],e=0;for(;e<i.length;){let o=i[e];if(/\s/.test(o)){e++;continue}if(o==="+"||o==="-"||o==="("||o===")"||o==="%"){t.push({type:"symbol",value:o}),e++;continue}if(Hf(o)||o==="."){let n=e,r=o===".";for(e++;e<i.length;){let a=i[e];if(Hf(a)){e++;continue}if(a==="."&&!r){r=!0,e++;continue}break}let s=i.slice(n,e);if(!L0.test(s))throw new Error("Invalid number token");t.push({type:"number",value:parseFloat(s)});continue}if(Zf(o)){let n=e;for(;e<i.length&&Zf(i[e]);)e++;let r=i.slice(n,e).toLowerCase();t.push({type:"word",value:r});continue}throw new Error("Invalid token in position string")}return t}var ba=class{constructor(t){this.index=0,this.tokens=t}parseExpression(){let t=this.parseBinaryExpression();if(this.index<this.tokens.length)throw new Error("Unexpected token at end of expression");return t}parseBinaryExpression(){let t=this.parseFactor(),e=this.peek();for(;I0(e);){this.index++;let o=this.parseFactor();t={type:"binary",operator:e.value,left:t,right:o},e=this.peek()}return t}parseFactor(){let t=this.peek();if(!t)throw new Error("Unexpected end of expression");if(t.type==="symbol"&&t.value==="+")return this.index++,this.parseFactor();if(t.type==="symbol"&&t.value==="-"){this.index++;let e=this.parseFactor();return{type:"binary",operator:"-",left:{type:"literal",value:0},right:e}}if(t.type==="symbol"&&t.value==="("){this.index++;let e=this.parseBinaryExpression();if(!this.consumeSymbol(")"))throw new Error("Missing closing parenthesis");return e}if(t.type==="word"&&t.value==="calc"){if(this.index++,!this.consumeSymbol("("))throw new Error("Missing opening parenthesis after calc");let e=this.parseBinaryExpression();if(!this.consumeSymbol(")"))throw new Error("Missing closing parenthesis");return e}if(t.type==="number"){this.index++;let e=t.value,o=this.peek();return o&&o.type==="symbol"&&o.value==="%"?(this.index++,{type:"percentage",value:e/100}):o&&o.type==="word"&&o.value==="px"?(this.index++,{type:"literal",value:e}):{type:"literal",value:e}}throw new Error("Unexpected token in expression")}consumeSymbol(t){let e=this.peek();return e&&e.type==="symbol"&&e.value===t?(this.index++,!0):!1}peek(){return this.tokens[this.index]||null}};function Hf(i){return i>="0"&&i<="9"}function Zf(i){return i>="a"&&i<="z"||i>="A"&&i<="Z"}function I0(i){return!!(i&&i.type==="symbol"&&(i.value==="+"||i.value==="-"))}function qf(i,t){let e={...i};for(let o in t)o!=="id"&&(Array.isArray(e[o])&&Array.isArray(t[o])?e[o]=O0(e[o],t[o]):e[o]=t[o]);return e}function O0(i,t){i=i.slice();for(let e=0;e<t.length;e++){let o=t[e];Number.isFinite(o)&&(i[e]=o)}return i}var Xt=class{constructor(t){let{id:e,x:o=0,y:n=0,width:r="100%",height:s="100%",padding:a=null}=t;this.id=e||this.constructor.displayName||"view",this.props={...t,id:this.id},this._x=ct(o),this._y=ct(n),this._width=ct(r),this._height=ct(s),this._padding=a&&{left:ct(a.left||0),right:ct(a.right||0),top:ct(a.top||0),bottom:ct(a.bottom||0)},this.equals=this.equals.bind(this),Object.seal(this)}equals(t){return this===t?!0:this.constructor===t.constructor&&Y(this.props,t.props,2)}clone(t){let e=this.constructor;return new e({...this.props,...t})}makeViewport({width:t,height:e,viewState:o}){o=this.filterViewState(o);let n=this.getDimensions({width:t,height:e});if(!n.height||!n.width)return null;let r=this.getViewportType(o);return new r({...o,...this.props,...n})}getViewStateId(){let{viewState:t}=this.props;return typeof t=="string"?t:t?.id||this.id}filterViewState(t){return this.props.viewState&&typeof this.props.viewState=="object"?this.props.viewState.id?qf(t,this.props.viewState):this.props.viewState:t}getDimensions({width:t,height:e}){let o={x:lt(this._x,t),y:lt(this._y,e),width:lt(this._width,t),height:lt(this._height,e)};return this._padding&&(o.padding={left:lt(this._padding.left,t),top:lt(this._padding.top,e),right:lt(this._padding.right,t),bottom:lt(this._padding.bottom,e)}),o}get controller(){let t=this.props.controller;return t?t===!0?{type:this.ControllerType}:typeof t=="function"?{type:t}:{type:this.ControllerType,...t}:null}};var tr=class i extends fe{constructor(t={}){let{latitude:e=0,longitude:o=0,zoom:n=0,pitch:r=0,bearing:s=0,nearZMultiplier:a=.1,farZMultiplier:c=1.01,nearZ:l,farZ:f,orthographic:h=!1,projectionMatrix:u,repeat:d=!1,worldOffset:p=0,position:g,padding:m,legacyMeterSizes:v=!1}=t,{width:_,height:y,altitude:x=1.5}=t,P=Math.pow(2,n);_=_||1,y=y||1;let w,E=null;if(u)x=u[5]/2,w=Se(x);else{t.fovy?(w=t.fovy,x=Ce(w)):w=Se(x);let C;if(m){let{top:b=0,bottom:I=0}=m;C=[0,D((b+y-I)/2,0,y)-y/2]}E=Vs({width:_,height:y,scale:P,center:g&&[0,0,g[2]*Di(e)],offset:C,pitch:r,fovy:w,nearZMultiplier:a,farZMultiplier:c}),Number.isFinite(l)&&(E.near=l),Number.isFinite(f)&&(E.far=f)}let S=Bn({height:y,pitch:r,bearing:s,scale:P,altitude:x});p&&(S=new W().translate([512*p,0,0]).multiplyLeft(S)),super({...t,width:_,height:y,viewMatrix:S,longitude:o,latitude:e,zoom:n,...E,fovy:w,focalDistance:x}),this.latitude=e,this.longitude=o,this.zoom=n,this.pitch=r,this.bearing=s,this.altitude=x,this.fovy=w,this.orthographic=h,this._subViewports=d?[]:null,this._pseudoMeters=v,Object.freeze(this)}get subViewports(){if(this._subViewports&&!this._subViewports.length){let t=this.getBounds(),e=Math.floor((t[0]+180)/360),o=Math.ceil((t[2]-180)/360);for(let n=e;n<=o;n++){let r=n?new i({...this,worldOffset:n}):this;this._subViewports.push(r)}}return this._subViewports}equals(t){return t instanceof i&&t._pseudoMeters===this._pseudoMeters&&super.equals(t)}projectPosition(t){if(this._pseudoMeters)return super.projectPosition(t);let[e,o]=this.projectFlat(t),n=(t[2]||0)*Di(t[1]);return[e,o,n]}unprojectPosition(t){if(this._pseudoMeters)return super.unprojectPosition(t);let[e,o]=this.unprojectFlat(t),n=(t[2]||0)/Di(o);return[e,o,n]}addMetersToLngLat(t,e){return Bi(t,e)}panByPosition(t,e,o){let n=vt(e,this.pixelUnprojectionMatrix),r=this.projectFlat(t),s=tt.add([],r,tt.negate([],n)),a=tt.add([],this.center,s),[c,l]=this.unprojectFlat(a);return{longitude:c,latitude:l}}panByPosition3D(t,e){let o=t[2]||0,n=tt.sub([],t,this.unproject(e,{targetZ:o}));return{longitude:this.longitude+n[0],latitude:this.latitude+n[1]}}getBounds(t={}){let e=jn(this,t.z||0);return[Math.min(e[0][0],e[1][0],e[2][0],e[3][0]),Math.min(e[0][1],e[1][1],e[2][1],e[3][1]),Math.max(e[0][0],e[1][0],e[2][0],e[3][0]),Math.max(e[0][1],e[1][1],e[2][1],e[3][1])]}fitBounds(t,e={}){let{width:o,height:n}=this,{longitude:r,latitude:s,zoom:a}=Nn({width:o,height:n,bounds:t,...e});return new i({width:o,height:n,longitude:r,latitude:s,zoom:a})}};tr.displayName="WebMercatorViewport";var Ae=tr;var At=class{constructor(t){this._inProgress=!1,this._handle=null,this.time=0,this.settings={duration:0},this._timeline=t}get inProgress(){return this._inProgress}start(t){this.cancel(),this.settings=t,this._inProgress=!0,this.settings.onStart?.(this)}end(){this._inProgress&&(this._timeline.removeChannel(this._handle),this._handle=null,this._inProgress=!1,this.settings.onEnd?.(this))}cancel(){this._inProgress&&(this.settings.onInterrupt?.(this),this._timeline.removeChannel(this._handle),this._handle=null,this._inProgress=!1)}update(){if(!this._inProgress)return!1;if(this._handle===null){let{_timeline:t,settings:e}=this;this._handle=t.addChannel({delay:t.getTime(),duration:e.duration})}return this.time=this._timeline.getTime(this._handle),this._onUpdate(),this.settings.onUpdate?.(this),this._timeline.isFinished(this._handle)&&this.end(),!0}_onUpdate(){}};var Xf=()=>{},Kf={mode:"preserve"},R0={mode:"hard"},Sa={BREAK:1,SNAP_TO_END:2,IGNORE:3},k0=i=>i,z0=Sa.BREAK,to=class{constructor(t){this._onTransitionUpdate=e=>{let{time:o,settings:{interpolator:n,startProps:r,endProps:s,duration:a,easing:c}}=e,l=c(o/a),f=n.interpolateProps(r,s,l);this.propsInTransition=this.getControllerState({...this.props,...f},Kf).getViewportProps(),this.onViewStateChange({viewState:this.propsInTransition,oldViewState:this.props})},this.getControllerState=t.getControllerState,this.propsInTransition=null,this.transition=new At(t.timeline),this.onViewStateChange=t.onViewStateChange||Xf,this.onStateChange=t.onStateChange||Xf}finalize(){this.transition.cancel()}getViewportInTransition(){return this.propsInTransition}processViewStateChange(t){let e=!1,o=this.props;if(this.props=t,!o||this._shouldIgnoreViewportChange(o,t))return!1;if(this._isTransitionEnabled(t)){let n=o;if(this.transition.inProgress){let{interruption:r,endProps:s}=this.transition.settings;n={...o,...r===Sa.SNAP_TO_END?s:this.propsInTransition||o}}this._triggerTransition(n,t),e=!0}else this.transition.cancel();return e}updateTransition(){this.transition.update()}_isTransitionEnabled(t){let{transitionDuration:e,transitionInterpolator:o}=t;return(e>0||e==="auto")&&!!o}_isUpdateDueToCurrentTransition(t){return this.transition.inProgress&&this.propsInTransition?this.transition.settings.interpolator.arePropsEqual(t,this.propsInTransition):!1}_shouldIgnoreViewportChange(t,e){return this.transition.inProgress?this.transition.settings.interruption===Sa.IGNORE||this._isUpdateDueToCurrentTransition(e):this._isTransitionEnabled(e)?e.transitionInterpolator.arePropsEqual(t,e):!0}_triggerTransition(t,e){let o=this.getControllerState(t,Kf),n=this.getControllerState(e,R0).shortestPathFrom(o),r=e.transitionInterpolator,s=r.getDuration?r.getDuration(t,e):e.transitionDuration;if(s===0)return;let a=r.initializeProps(t,n);this.propsInTransition={};let c={duration:s,easing:e.transitionEasing||k0,interpolator:r,interruption:e.transitionInterruption||z0,startProps:a.start,endProps:a.end,onStart:e.onTransitionStart,onUpdate:this._onTransitionUpdate,onInterrupt:this._onTransitionEnd(e.onTransitionInterrupt),onEnd:this._onTransitionEnd(e.onTransitionEnd)};this.transition.start(c),this.onStateChange({inTransition:!0}),this.updateTransition()}_onTransitionEnd(t){return e=>{this.propsInTransition=null,this.onStateChange({inTransition:!1,isZooming:!1,isPanning:!1,isRotating:!1}),t?.(e)}}};function z(i,t){if(!i)throw new Error(t||"deck.gl: assertion failed.")}var eo=class{constructor(t){let{compare:e,extract:o,required:n}=t;this._propsToCompare=e,this._propsToExtract=o||e,this._requiredProps=n}arePropsEqual(t,e){for(let o of this._propsToCompare)if(!(o in t)||!(o in e)||!Ot(t[o],e[o]))return!1;return!0}initializeProps(t,e){let o={},n={};for(let r of this._propsToExtract)(r in t||r in e)&&(o[r]=t[r],n[r]=e[r]);return this._checkRequiredProps(o),this._checkRequiredProps(n),{start:o,end:n}}getDuration(t,e){return e.transitionDuration}_checkRequiredProps(t){this._requiredProps&&this._requiredProps.forEach(e=>{let o=t[e];z(Number.isFinite(o)||Array.isArray(o),`${e} is required for transition`)})}};var D0=["longitude","latitude","zoom","bearing","pitch"],B0=["longitude","latitude","zoom"],It=class extends eo{constructor(t={}){let e=Array.isArray(t)?t:t.transitionProps,o=Array.isArray(t)?{}:t;o.transitionProps=Array.isArray(e)?{compare:e,required:e}:e||{compare:D0,required:B0},super(o.transitionProps),this.opts=o}initializeProps(t,e){let o=super.initializeProps(t,e),{makeViewport:n,around:r}=this.opts;if(n&&r){let s=n(t),a=n(e),c=s.unproject(r);o.start.around=r,Object.assign(o.end,{around:a.project(c),aroundPosition:c,width:e.width,height:e.height})}return o}interpolateProps(t,e,o){let n={};for(let r of this._propsToExtract)n[r]=xe(t[r]||0,e[r]||0,o);if(e.aroundPosition&&this.opts.makeViewport){let r=this.opts.makeViewport({...e,...n});Object.assign(n,r.panByPosition(e.aroundPosition,xe(t.around,e.around,o)))}return n}};var Vt={transitionDuration:0},N0=300,j0=300,Ca=i=>1-(1-i)*(1-i),F0=i=>i===1?1:1-Math.pow(2,-10*i),Ie={WHEEL:["wheel"],PAN:["panstart","panmove","panend"],PINCH:["pinchstart","pinchmove","pinchend"],MULTI_PAN:["multipanstart","multipanmove","multipanend"],DOUBLE_CLICK:["dblclick"],DOUBLE_CLICK_DRAG:["dblclickdragstart","dblclickdragmove","dblclickdragend","dblclickdragcancel"],KEYBOARD:["keydown"]},Oe={},Kt=class{constructor(t){this.state={},this._events={},this._interactionState={isDragging:!1},this._customEvents=[],this._eventStartBlocked=null,this._panMove=!1,this._multiPanMode=null,this._multiPanStartCenter=null,this._doubleClickDragAnchor=null,this._suppressDoubleClickUntil=0,this.invertPan=!1,this.dragMode="rotate",this.inertia=0,this.scrollZoom=!0,this.dragPan=!0,this.dragRotate=!0,this.doubleClickZoom=!0,this.doubleClickDragZoom=!0,this.touchZoom=!0,this.touchRotate=!1,this.multiTouchDrag=null,this.trackpadGesture=!1,this.zoomAround="pointer",this.keyboard=!0,this.transitionManager=new to({...t,getControllerState:(e,o)=>new this.ControllerState({...e,constraintContext:o,makeViewport:t.makeViewport}),onViewStateChange:this._onTransition.bind(this),onStateChange:this._setInteractionState.bind(this)}),this.handleEvent=this.handleEvent.bind(this),this.eventManager=t.eventManager,this.onViewStateChange=t.onViewStateChange||(()=>{}),this.onStateChange=t.onStateChange||(()=>{}),this.makeViewport=t.makeViewport,this.pickPosition=t.pickPosition}set events(t){this.toggleEvents(this._customEvents,!1),this.toggleEvents(t,!0),this._customEvents=t,this.props&&this.setProps(this.props)}finalize(){for(let t in this._events)this._events[t]&&this.eventManager?.off(t,this.handleEvent);this.transitionManager.finalize()}handleEvent(t){this._controllerState=void 0;let e=this._eventStartBlocked;switch(t.type){case"panstart":return e?!1:this._onPanStart(t);case"panmove":return this._onPan(t);case"panend":return this._onPanEnd(t);case"pinchstart":return e||!this._isTrackpadGestureAllowed(t)?!1:this._onPinchStart(t);case"pinchmove":return this._isTrackpadGestureAllowed(t)?this._onPinch(t):!1;case"pinchend":return this._isTrackpadGestureAllowed(t)?this._onPinchEnd(t):!1;case"multipanstart":return e?!1:this._onMultiPanStart(t);case"multipanmove":return this._onMultiPan(t);case"multipanend":return this._onMultiPanEnd(t);case"dblclick":return this._onDoubleClick(t);case"dblclickdragstart":return e?!1:this._onDoubleClickDragStart(t);case"dblclickdragmove":return this._onDoubleClickDrag(t);case"dblclickdragend":case"dblclickdragcancel":return this._onDoubleClickDragEnd(t);case"wheel":return this._onWheel(t);case"keydown":return this._onKeyDown(t);default:return!1}}get controllerState(){return this._controllerState=this._controllerState||new this.ControllerState({makeViewport:this.makeViewport,...this.props,...this.state}),this._controllerState}getCenter(t){let{x:e,y:o}=this.props,{offsetCenter:n}=t;return[n.x-e,n.y-o]}getZoomPosition(t){if(this.zoomAround==="pointer")return t;let e=this.makeViewport(this.controllerState.getViewportProps()),[o,n]=ne(e.center,e.pixelProjectionMatrix);return[o,n]}isPointInBounds(t,e){let{width:o,height:n}=this.props;if(e&&e.handled)return!1;let r=t[0]>=0&&t[0]<=o&&t[1]>=0&&t[1]<=n;return r&&e&&e.stopPropagation(),r}isFunctionKeyPressed(t){let{srcEvent:e}=t;return!!(e.metaKey||e.altKey||e.ctrlKey||e.shiftKey)}isDragging(){return this._interactionState.isDragging||!1}blockEvents(t){let e=setTimeout(()=>{this._eventStartBlocked===e&&(this._eventStartBlocked=null)},t);this._eventStartBlocked=e}setProps(t){t.maxBoundsPadding===void 0&&(t.maxBoundsPadding=null),t.dragMode&&(this.dragMode=t.dragMode);let e=this.props;this.props=t,"transitionInterpolator"in t||(t.transitionInterpolator=this._getTransitionProps().transitionInterpolator),this.transitionManager.processViewStateChange(t);let{inertia:o}=t;this.inertia=Number.isFinite(o)?o:o===!0?N0:0;let{scrollZoom:n=!0,dragPan:r=!0,dragRotate:s=!0,doubleClickZoom:a=!0,doubleClickDragZoom:c=!1,touchZoom:l=!0,touchRotate:f=!1,multiTouchDrag:h=f?"rotate":null,trackpadGesture:u=!1,zoomAround:d="pointer",keyboard:p=!0}=t,g=!!this.onViewStateChange;if(this.toggleEvents(Ie.WHEEL,g&&n),this.toggleEvents(Ie.PAN,g),this.toggleEvents(Ie.PINCH,g&&(l||h==="rotate")),this.toggleEvents(Ie.MULTI_PAN,g&&!!h),this.toggleEvents(Ie.DOUBLE_CLICK,g&&a),this.toggleEvents(Ie.DOUBLE_CLICK_DRAG,g&&c),this.toggleEvents(Ie.KEYBOARD,g&&p),this.scrollZoom=n,this.dragPan=r,this.dragRotate=s,this.doubleClickZoom=a,this.doubleClickDragZoom=c,this.touchZoom=l,this.touchRotate=h==="rotate",this.multiTouchDrag=h,this.trackpadGesture=u,this.zoomAround=d,this.keyboard=p,(!e||e.height!==t.height||e.width!==t.width||e.maxBounds!==t.maxBounds||e.maxBoundsPadding!==t.maxBoundsPadding)&&t.maxBounds){let v=new this.ControllerState({...t,makeViewport:this.makeViewport}),_=v.getViewportProps();Object.keys(_).some(x=>!Y(_[x],t[x],1))&&this.updateViewport(v)}}updateTransition(){this.transitionManager.updateTransition()}toggleEvents(t,e){this.eventManager&&t.forEach(o=>{this._events[o]!==e&&(this._events[o]=e,e?this.eventManager.on(o,this.handleEvent):this.eventManager.off(o,this.handleEvent))})}updateViewport(t,e=null,o={}){let n={...t.getViewportProps(),...e},r=this.controllerState!==t;if(this.state=t.getState(),this._setInteractionState(o),r){let s=this.controllerState&&this.controllerState.getViewportProps();this.onViewStateChange&&this.onViewStateChange({viewState:n,interactionState:this._interactionState,oldViewState:s,viewId:this.props.id})}}_onTransition(t){this.onViewStateChange({...t,interactionState:this._interactionState,viewId:this.props.id})}_setInteractionState(t){Object.assign(this._interactionState,t),this.onStateChange(this._interactionState)}_getConstraintContext(t,e){return this.props.rubberBand?{mode:e==="update"?"elastic":e==="end"?"rebound":"hard"}:{mode:"hard"}}_getReboundTransition(t,e){if(t.mode!=="rebound")return null;let o=e.getViewportProps();return Object.keys(o).some(r=>!Y(this.props[r],o[r],1))?{...this._getTransitionProps(),transitionDuration:j0,transitionEasing:F0}:null}_onPanStart(t){let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let o=this.isFunctionKeyPressed(t)||t.rightButton||!1;(this.invertPan||this.dragMode==="pan")&&(o=!o);let n=o?"pan":"rotate",r=this._getConstraintContext(n,"start"),s=o?this.controllerState.panStart({pos:e},r):this.controllerState.rotateStart({pos:e},r);return this._panMove=o,this.updateViewport(s,Vt,{isDragging:!0}),!0}_onPan(t){return this.isDragging()?this._panMove?this._onPanMove(t):this._onPanRotate(t):!1}_onPanEnd(t){return this.isDragging()?this._panMove?this._onPanMoveEnd(t):this._onPanRotateEnd(t):!1}_onPanMove(t){if(!this.dragPan)return!1;let e=this.getCenter(t),o=this.controllerState.pan({pos:e},this._getConstraintContext("pan","update"));return this.updateViewport(o,Vt,{isDragging:!0,isPanning:!0}),!0}_onPanMoveEnd(t){let{inertia:e}=this;if(this.dragPan&&e&&t.velocity){let o=this.getCenter(t),n=[o[0]+t.velocityX*e/2,o[1]+t.velocityY*e/2],r=this.controllerState.pan({pos:n}).panEnd();this.updateViewport(r,{...this._getTransitionProps(),transitionDuration:e,transitionEasing:Ca},{isDragging:!1,isPanning:!0})}else{let o=this.controllerState,n=this._getConstraintContext("pan","end"),r=o.panEnd(n),s=this._getReboundTransition(n,r);this.updateViewport(r,s,{isDragging:!1,isPanning:!!s})}return!0}_onPanRotate(t){if(!this.dragRotate)return!1;let e=this.getCenter(t),o=this.controllerState.rotate({pos:e},this._getConstraintContext("rotate","update"));return this.updateViewport(o,Vt,{isDragging:!0,isRotating:!0}),!0}_onPanRotateEnd(t){let{inertia:e}=this;if(this.dragRotate&&e&&t.velocity){let o=this.getCenter(t),n=[o[0]+t.velocityX*e/2,o[1]+t.velocityY*e/2],r=this.controllerState.rotate({pos:n}).rotateEnd();this.updateViewport(r,{...this._getTransitionProps(),transitionDuration:e,transitionEasing:Ca},{isDragging:!1,isRotating:!0})}else{let o=this.controllerState,n=this._getConstraintContext("rotate","end"),r=o.rotateEnd(n),s=this._getReboundTransition(n,r);this.updateViewport(r,s,{isDragging:!1,isRotating:!!s})}return!0}_onWheel(t){if(!this.scrollZoom||this.trackpadGesture&&t.device!=="mouse")return!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;t.srcEvent.preventDefault();let{speed:o=.01,smooth:n=!1}=this.scrollZoom===!0?{}:this.scrollZoom,{delta:r}=t,s=2/(1+Math.exp(-Math.abs(r*o)));r<0&&s!==0&&(s=1/s);let a=this.getZoomPosition(e),c=n?{...this._getTransitionProps({around:a}),transitionDuration:250}:Vt,l=this.controllerState.zoom({pos:a,scale:s});return this.updateViewport(l,c,{isZooming:!0,isPanning:!0}),n||this._setInteractionState({isZooming:!1,isPanning:!1}),!0}_onMultiPanStart(t){let{multiTouchDrag:e}=this;if(!e||!this._isMultiPanEventAllowed(t,e))return!1;let o=t.offsetCenter;if(!this.isPointInBounds(this.getCenter(t),t))return!1;let n=t.pointerType==="trackpad",r={x:o.x-(n?0:t.deltaX),y:o.y-(n?0:t.deltaY)},s={...t,offsetCenter:r},a=this.getCenter(s),c=e==="pan"?this.controllerState.panStart({pos:a},this._getConstraintContext("pan","start")):this.controllerState.rotateStart({pos:a},this._getConstraintContext("rotate","start"));return this._multiPanMode=e,this._multiPanStartCenter=r,this.updateViewport(c,Vt,{isDragging:!0}),!0}_onMultiPan(t){let{mode:e,event:o}=this._getMultiPanEvent(t);return!e||!o||!this.isDragging()?!1:e==="pan"?this._onPanMove(o):this._onPanRotate(o)}_onMultiPanEnd(t){let{mode:e,event:o}=this._getMultiPanEvent(t);if(!e||!o||!this.isDragging())return this._resetMultiPan(),!1;let n=e==="pan"?this._onPanMoveEnd(o):this._onPanRotateEnd(o);return this._resetMultiPan(),n}_isTrackpadGestureAllowed(t){return t.pointerType!=="trackpad"||this.trackpadGesture}_isMultiPanEventAllowed(t,e){return t.pointerType==="trackpad"?this.trackpadGesture&&(e==="pan"?this.dragPan:this.dragRotate):t.pointerType==="touch"&&(e==="pan"?this.dragPan:this.dragRotate)}_getMultiPanEvent(t){let e=this._multiPanMode,o=this._multiPanStartCenter;return!e||!o?{mode:null,event:null}:{mode:e,event:{...t,offsetCenter:{x:o.x+t.deltaX,y:o.y+t.deltaY}}}}_resetMultiPan(){this._multiPanMode=null,this._multiPanStartCenter=null}_onPinchStart(t){this._doubleClickDragAnchor=null;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let o=this.controllerState.zoomStart({pos:this.getZoomPosition(e)},this._getConstraintContext("zoom","start")).rotateStart({pos:e},this._getConstraintContext("rotate","start"));return Oe._startPinchRotation=t.rotation,Oe._lastPinchEvent=t,this.updateViewport(o,Vt,{isDragging:!0}),!0}_onPinch(t){if(!this.touchZoom&&!this.touchRotate||!this.isDragging())return!1;let e=this.controllerState;if(this.touchZoom){let{scale:o}=t,n=this.getCenter(t);e=e.zoom({pos:this.getZoomPosition(n),scale:o},this._getConstraintContext("zoom","update"))}if(this.touchRotate){let{rotation:o}=t;e=e.rotate({deltaAngleX:Oe._startPinchRotation-o},this._getConstraintContext("rotate","update"))}return this.updateViewport(e,Vt,{isDragging:!0,isPanning:this.touchZoom,isZooming:this.touchZoom,isRotating:this.touchRotate}),Oe._lastPinchEvent=t,!0}_onPinchEnd(t){if(!this.isDragging())return!1;let{inertia:e}=this,{_lastPinchEvent:o}=Oe;if(this.touchZoom&&e&&o&&t.scale!==o.scale){let n=this.getCenter(t),r=this.getZoomPosition(n),s=this.controllerState.rotateEnd(),a=Math.log2(t.scale),c=(a-Math.log2(o.scale))/(t.deltaTime-o.deltaTime),l=Math.pow(2,a+c*e/2);s=s.zoom({pos:r,scale:l}).zoomEnd(),this.updateViewport(s,{...this._getTransitionProps({around:r}),transitionDuration:e,transitionEasing:Ca},{isDragging:!1,isPanning:this.touchZoom,isZooming:this.touchZoom,isRotating:!1}),this.blockEvents(e)}else{let n=this.controllerState,r=this._getConstraintContext("zoom","end"),s=this._getConstraintContext("rotate","end"),a=n.zoomEnd(r).rotateEnd(s),c=this._getReboundTransition(this.touchZoom?r:s,a);this.updateViewport(a,c,{isDragging:!1,isPanning:!!c&&this.touchZoom,isZooming:!!c&&this.touchZoom,isRotating:!!c&&this.touchRotate})}return Oe._startPinchRotation=null,Oe._lastPinchEvent=null,!0}_onDoubleClick(t){if(!this.doubleClickZoom||Date.now()<this._suppressDoubleClickUntil)return!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return!1;let o=this.isFunctionKeyPressed(t),n=this.getZoomPosition(e),r=this.controllerState.zoom({pos:n,scale:o?.5:2});return this.updateViewport(r,this._getTransitionProps({around:n}),{isZooming:!0,isPanning:!0}),this.blockEvents(100),!0}_onDoubleClickDragStart(t){if(!this.doubleClickDragZoom)return this._doubleClickDragAnchor=null,!1;let e=this.getCenter(t);if(!this.isPointInBounds(e,t))return this._doubleClickDragAnchor=null,!1;this._doubleClickDragAnchor=this.getZoomPosition(e);let o=this.controllerState.zoomStart({pos:this._doubleClickDragAnchor},this._getConstraintContext("zoom","start"));return t.scale!==1&&(o=o.zoom({pos:this._doubleClickDragAnchor,scale:t.scale},this._getConstraintContext("zoom","update"))),this.updateViewport(o,Vt,{isDragging:!0,isPanning:!0,isZooming:!0}),!0}_onDoubleClickDrag(t){let e=this._doubleClickDragAnchor;if(!e)return!1;let o=this.controllerState.zoom({pos:e,scale:t.scale},this._getConstraintContext("zoom","update"));return this.updateViewport(o,Vt,{isDragging:!0,isPanning:!0,isZooming:!0}),!0}_onDoubleClickDragEnd(t){if(!this._doubleClickDragAnchor)return!1;this._doubleClickDragAnchor=null;let o=this.controllerState,n=this._getConstraintContext("zoom","end"),r=o.zoomEnd(n),s=this._getReboundTransition(n,r);return this.updateViewport(r,s,{isDragging:!1,isPanning:!!s,isZooming:!!s}),this._suppressDoubleClickUntil=Date.now()+100,this.blockEvents(100),!0}_onKeyDown(t){if(!this.keyboard)return!1;let e=this.isFunctionKeyPressed(t),{zoomSpeed:o,moveSpeed:n,rotateSpeedX:r,rotateSpeedY:s}=this.keyboard===!0?{}:this.keyboard,{controllerState:a}=this,c,l={};switch(t.srcEvent.code){case"Minus":c=e?a.zoomOut(o).zoomOut(o):a.zoomOut(o),l.isZooming=!0;break;case"Equal":c=e?a.zoomIn(o).zoomIn(o):a.zoomIn(o),l.isZooming=!0;break;case"ArrowLeft":e?(c=a.rotateLeft(r),l.isRotating=!0):(c=a.moveLeft(n),l.isPanning=!0);break;case"ArrowRight":e?(c=a.rotateRight(r),l.isRotating=!0):(c=a.moveRight(n),l.isPanning=!0);break;case"ArrowUp":e?(c=a.rotateUp(s),l.isRotating=!0):(c=a.moveUp(n),l.isPanning=!0);break;case"ArrowDown":e?(c=a.rotateDown(s),l.isRotating=!0):(c=a.moveDown(n),l.isPanning=!0);break;default:return!1}return this.updateViewport(c,this._getTransitionProps(),l),!0}_getTransitionProps(t){let{transition:e}=this;return!e||!e.transitionInterpolator?Vt:t?{...e,transitionInterpolator:new It({...t,...e.transitionInterpolator.opts,makeViewport:this.controllerState.makeViewport})}:e}};var wt=Symbol("constraintAround"),Jt=class{constructor(t,e,o,n){this.makeViewport=o,this._viewportProps=this.applyConstraints(t,n),this._state=e}getViewportProps(){return this._viewportProps}getState(){return this._state}};function ue(i,t,e){let o=i-t;return o&&Number.isFinite(o)?t+o*e/(e+Math.abs(o)):t}function Qt(i,t,e){let o=lt(ct(e?.left??0),i),n=lt(ct(e?.right??0),i),r=lt(ct(e?.top??0),t),s=lt(ct(e?.bottom??0),t);return{x:o,y:r,width:i-o-n,height:t-r-s}}function fi(i,t,e){let[o,n]=i.project(t);return o=Number.isFinite(o)?o:i.width/2,n=Number.isFinite(n)?n:i.height/2,{left:o-e.x,right:e.x+e.width-o,top:n-e.y,bottom:e.y+e.height-n}}var Jf=5,U0=1.2,Qf=512,th=[[-1/0,-90],[1/0,90]],V0=1;function io([i,t]){if(Math.abs(t)>90&&(t=Math.sign(t)*90),Number.isFinite(i)){let[o,n]=xt([i,t]);return[o,D(n,0,Qf)]}let[,e]=xt([0,t]);return[i,D(e,0,Qf)]}var Ea=class extends Jt{constructor(t){let{width:e,height:o,latitude:n,longitude:r,zoom:s,bearing:a=0,pitch:c=0,altitude:l=1.5,position:f=[0,0,0],maxZoom:h=20,minZoom:u=0,maxPitch:d=60,minPitch:p=0,startPanLngLat:g,startZoomLngLat:m,startRotatePos:v,startRotateLngLat:_,startBearing:y,startPitch:x,startZoom:P,normalize:w=!0,rubberBand:E=!1}=t,{[wt]:S}=t;z(Number.isFinite(r)),z(Number.isFinite(n)),z(Number.isFinite(s));let C=t.maxBounds||(w?th:null),b=t.maxBoundsPadding||null;super({width:e,height:o,latitude:n,longitude:r,zoom:s,bearing:a,pitch:c,altitude:l,maxZoom:h,minZoom:u,maxPitch:d,minPitch:p,normalize:w,position:f,maxBounds:C,maxBoundsPadding:b,rubberBand:E,[wt]:S},{startPanLngLat:g,startZoomLngLat:m,startRotatePos:v,startRotateLngLat:_,startBearing:y,startPitch:x,startZoom:P},t.makeViewport,t.constraintContext),this.getAltitude=t.getAltitude}panStart({pos:t},e){return this._getUpdatedState({startPanLngLat:this._unproject(t)},e)}pan({pos:t,startPos:e},o){let n=this.getState().startPanLngLat||this._unproject(e);if(!n)return this;let s=this.makeViewport(this.getViewportProps()).panByPosition(n,t);return this._getUpdatedState(s,o)}panEnd(t){return this._getUpdatedState({startPanLngLat:null},t)}rotateStart({pos:t}){let e=this.getAltitude?.(t);return this._getUpdatedState({startRotatePos:t,startRotateLngLat:e!==void 0?this._unproject3D(t,e):void 0,startBearing:this.getViewportProps().bearing,startPitch:this.getViewportProps().pitch})}rotate({pos:t,deltaAngleX:e=0,deltaAngleY:o=0}){let{startRotatePos:n,startRotateLngLat:r,startBearing:s,startPitch:a}=this.getState();if(!n||s===void 0||a===void 0)return this;let c;if(t?c=this._getNewRotation(t,n,a,s):c={bearing:s+e,pitch:a+o},r){let l=this.makeViewport({...this.getViewportProps(),...c}),f="panByPosition3D"in l?"panByPosition3D":"panByPosition";return this._getUpdatedState({...c,...l[f](r,n)})}return this._getUpdatedState(c)}rotateEnd(){return this._getUpdatedState({startRotatePos:null,startRotateLngLat:null,startBearing:null,startPitch:null})}zoomStart({pos:t},e){return this._getUpdatedState({startZoomLngLat:this._unproject(t),startZoom:this.getViewportProps().zoom},e)}zoom({pos:t,startPos:e,scale:o},n){let{startZoom:r,startZoomLngLat:s}=this.getState();return s||(r=this.getViewportProps().zoom,s=this._unproject(e)||this._unproject(t)),s?this._getUpdatedState({zoom:r+Math.log2(o),[wt]:{position:s,screenPosition:t}},n):this}zoomEnd(t){return this._getUpdatedState({startZoomLngLat:null,startZoom:null},t)}zoomIn(t=2,e){return this._zoomFromCenter(t,e)}zoomOut(t=2,e){return this._zoomFromCenter(1/t,e)}moveLeft(t=100,e){return this._panFromCenter([t,0],e)}moveRight(t=100,e){return this._panFromCenter([-t,0],e)}moveUp(t=100,e){return this._panFromCenter([0,t],e)}moveDown(t=100,e){return this._panFromCenter([0,-t],e)}rotateLeft(t=15){return this._getUpdatedState({bearing:this.getViewportProps().bearing-t})}rotateRight(t=15){return this._getUpdatedState({bearing:this.getViewportProps().bearing+t})}rotateUp(t=10){return this._getUpdatedState({pitch:this.getViewportProps().pitch+t})}rotateDown(t=10){return this._getUpdatedState({pitch:this.getViewportProps().pitch-t})}shortestPathFrom(t){let e=t.getViewportProps(),o={...this.getViewportProps()},{bearing:n,longitude:r}=o;return Math.abs(n-e.bearing)>180&&(o.bearing=n<0?n+360:n-360),Math.abs(r-e.longitude)>180&&(o.longitude=r<0?r+360:r-360),o}applyConstraints(t,e){let o=t,n=o[wt];delete o[wt];let{maxPitch:r,minPitch:s,pitch:a,bearing:c,normalize:l,maxBounds:f,rubberBand:h}=t;l&&(c<-180||c>180)&&(t.bearing=Ki(c+180,360)-180),t.pitch=D(a,s,r);let u=this._constrainZoom(t.zoom,t),d=h&&e?.mode==="elastic";if(t.zoom=e?.mode==="preserve"?t.zoom:d?ue(t.zoom,u,V0):u,n){let p=this.makeViewport(t);Object.assign(t,p.panByPosition(n.position,n.screenPosition))}if(l&&(t.longitude<-180||t.longitude>180)&&(t.longitude=Ki(t.longitude+180,360)-180),f){let p=Qt(t.width,t.height,t.maxBoundsPadding),g=this.makeViewport({...t,bearing:0,pitch:0}),m=fi(g,[t.longitude,t.latitude],p),v=io(f[0]),_=io(f[1]),y=2**t.zoom,x=[v[0]+m.left/y,v[1]+m.bottom/y],P=[_[0]-m.right/y,_[1]-m.top/y],w=io([t.longitude,t.latitude]),E=[D(w[0],x[0],P[0]),D(w[1],x[1],P[1])],S=w.slice();if(p.width>=0&&(S[0]=e?.mode==="preserve"?w[0]:d?ue(w[0],E[0],p.width/2/y):E[0]),p.height>=0&&(S[1]=e?.mode==="preserve"?w[1]:d?ue(w[1],E[1],p.height/2/y):E[1]),S[0]!==w[0]||S[1]!==w[1]){let[C,b]=ut(S);S[0]!==w[0]&&(t.longitude=C),S[1]!==w[1]&&(t.latitude=b)}}return t}_constrainZoom(t,e){e||(e=this.getViewportProps());let{maxZoom:o,maxBounds:n}=e,r=n!==null&&e.width>0&&e.height>0,{minZoom:s}=e;if(r){let a=Qt(e.width,e.height,e.maxBoundsPadding),c=io(n[0]),l=io(n[1]),f=l[0]-c[0],h=l[1]-c[1];a.width>0&&Number.isFinite(f)&&f>0&&(s=Math.max(s,Math.log2(a.width/f))),a.height>0&&Number.isFinite(h)&&h>0&&(s=Math.max(s,Math.log2(a.height/h))),s>o&&(s=o)}return D(t,s,o)}_zoomFromCenter(t,e){let{width:o,height:n}=this.getViewportProps();return this.zoom({pos:[o/2,n/2],scale:t},e)}_panFromCenter(t,e){let{width:o,height:n}=this.getViewportProps();return this.pan({startPos:[o/2,n/2],pos:[o/2+t[0],n/2+t[1]]},e)}_getUpdatedState(t,e){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t,constraintContext:e})}_unproject(t){let e=this.makeViewport(this.getViewportProps());return t&&e.unproject(t)}_unproject3D(t,e){return this.makeViewport(this.getViewportProps()).unproject(t,{targetZ:e})}_getNewRotation(t,e,o,n){let r=t[0]-e[0],s=t[1]-e[1],a=t[1],c=e[1],{width:l,height:f}=this.getViewportProps(),h=r/l,u=0;s>0?Math.abs(f-c)>Jf&&(u=s/(c-f)*U0):s<0&&c>Jf&&(u=1-a/c),u=D(u,-1,1);let{minPitch:d,maxPitch:p}=this.getViewportProps(),g=n+180*h,m=o;return u>0?m=o+u*(p-o):u<0&&(m=o-u*(d-o)),{pitch:m,bearing:g}}},oo=class extends Kt{constructor(){super(...arguments),this.ControllerState=Ea,this.transition={transitionDuration:300,transitionInterpolator:new It({transitionProps:{compare:["longitude","latitude","zoom","bearing","pitch","position"],required:["longitude","latitude","zoom"]}})},this.dragMode="pan",this.rotationPivot="center",this._getAltitude=t=>{if(this.rotationPivot==="2d")return 0;if(this.rotationPivot==="3d"&&this.pickPosition){let{x:e,y:o}=this.props,n=this.pickPosition(e+t[0],o+t[1]);if(n&&n.coordinate&&n.coordinate.length>=3)return n.coordinate[2]}}}setProps(t){"rotationPivot"in t&&(this.rotationPivot=t.rotationPivot||"center"),t.getAltitude=this._getAltitude,t.position=t.position||[0,0,0],t.maxBounds=t.maxBounds||(t.normalize===!1?null:th),super.setProps(t)}updateViewport(t,e=null,o={}){let n=t.getState();o.isDragging&&n.startRotateLngLat?o={...o,rotationPivotPosition:n.startRotateLngLat}:o.isDragging===!1&&(o={...o,rotationPivotPosition:void 0}),super.updateViewport(t,e,o)}};var er=class extends Xt{constructor(t={}){super(t)}getViewportType(){return Ae}get ControllerType(){return oo}};er.displayName="MapView";var eh=er;var W0=new Ee;function G0(i,t){let e=i.order??1/0,o=t.order??1/0;return e-o}var no=class{constructor(t){this._resolvedEffects=[],this._defaultEffects=[],this.effects=[],this._context=t,this._needsRedraw="Initial render",this._setEffects([])}addDefaultEffect(t){let e=this._defaultEffects;if(!e.find(o=>o.id===t.id)){let o=e.findIndex(n=>G0(n,t)>0);o<0?e.push(t):e.splice(o,0,t),t.setup(this._context),this._setEffects(this.effects)}}setProps(t){"effects"in t&&(Y(t.effects,this.effects,1)||this._setEffects(t.effects))}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}getEffects(){return this._resolvedEffects}_setEffects(t){let e={};for(let n of this.effects)e[n.id]=n;let o=[];for(let n of t){let r=e[n.id],s=n;r&&r!==n?r.setProps?(r.setProps(n.props),s=r):r.cleanup(this._context):r||n.setup(this._context),o.push(s),delete e[n.id]}for(let n in e)e[n].cleanup(this._context);this.effects=o,this._resolvedEffects=o.concat(this._defaultEffects),t.some(n=>n instanceof Ee)||this._resolvedEffects.push(W0),this._needsRedraw="effects changed"}finalize(){for(let t of this._resolvedEffects)t.cleanup(this._context);this.effects.length=0,this._resolvedEffects.length=0,this._defaultEffects.length=0}};var ro=class extends Yt{shouldDrawLayer(t){let{operation:e}=t.props;return e.includes("draw")||e.includes("terrain")}render(t){return this._render(t)}};var Y0={blendColorOperation:"add",blendColorSrcFactor:"one",blendColorDstFactor:"zero",blendAlphaOperation:"add",blendAlphaSrcFactor:"constant",blendAlphaDstFactor:"zero"},Re=class extends Yt{constructor(){super(...arguments),this._colorEncoderState=null}render(t){return"pickingFBO"in t?this._drawPickingBuffer(t):{decodePickingColor:null,stats:super._render(t)}}_drawPickingBuffer({layers:t,layerFilter:e,views:o,viewports:n,onViewportActive:r,pickingFBO:s,deviceRect:{x:a,y:c,width:l,height:f},cullRect:h,effects:u,pass:d="picking",pickZ:p,canvasContext:g,shaderModuleProps:m,clearColor:v}){this.pickZ=p;let _=this._resetColorEncoder(p),y=[a,c,l,f],x=super._render({target:s,layers:t,layerFilter:e,views:o,viewports:n,onViewportActive:r,cullRect:h,effects:u?.filter(w=>w.useInPicking),pass:d,canvasContext:g,isPicking:!0,shaderModuleProps:m,clearColor:v??[0,0,0,0],colorMask:15,scissorRect:y});return this._colorEncoderState=null,{decodePickingColor:_&&$0.bind(null,_),stats:x}}shouldDrawLayer(t){let{pickable:e,operation:o}=t.props;return e&&o.includes("draw")||o.includes("terrain")||o.includes("mask")}getShaderModuleProps(t,e,o){return{picking:{isActive:1,isAttribute:this.pickZ,disabledPickingIndices:t.internalState?.disabledPickingIndices},lighting:{enabled:!1}}}getLayerParameters(t,e,o){let n={...t.props.parameters},{pickable:r,operation:s}=t.props;return this._colorEncoderState?r&&s.includes("draw")?(Object.assign(n,Y0),n.blend=!0,this.device.type==="webgpu"?n.blendConstant=ih(this._colorEncoderState,t,o):n.blendColor=ih(this._colorEncoderState,t,o),s.includes("terrain")&&t.state?._hasPickingCover&&(n.blendAlphaSrcFactor="one")):s.includes("terrain")&&(n.blend=!1):n.blend=!1,n}_resetColorEncoder(t){return this._colorEncoderState=t?null:{byLayer:new Map,byAlpha:[]},this._colorEncoderState}};function ih(i,t,e){let{byLayer:o,byAlpha:n}=i,r,s=o.get(t);return s?(s.viewports.push(e),r=s.a):(r=o.size+1,r<=255?(s={a:r,layer:t,viewports:[e]},o.set(t,s),n[r]=s):(A.warn("Too many pickable layers, only picking the first 255")(),r=0)),[0,0,0,r/255]}function $0(i,t){let e=i.byAlpha[t[3]];return e&&{pickedLayer:e.layer,pickedViewports:e.viewports,pickedObjectIndex:e.layer.decodePickingColor(t)}}var H0="deckRenderer.renderLayers",so=class{constructor(t,e={}){this.device=t,this.stats=e.stats,this.layerFilter=null,this.drawPickingColors=!1,this.drawLayersPass=new ro(t),this.pickLayersPass=new Re(t),this.renderCount=0,this._needsRedraw="Initial render",this.renderBuffers=[],this.lastPostProcessEffect=null}setProps(t){this.layerFilter!==t.layerFilter&&(this.layerFilter=t.layerFilter,this._needsRedraw="layerFilter changed"),this.drawPickingColors!==t.drawPickingColors&&(this.drawPickingColors=t.drawPickingColors,this._needsRedraw="drawPickingColors changed")}renderLayers(t){let e=this.drawPickingColors?this.pickLayersPass:this.drawLayersPass,o={layerFilter:this.layerFilter,isPicking:this.drawPickingColors,...t};if(!t.viewports.length){let a=e.render(o),c="stats"in a?a.stats:a;this._updateStats(c);return}o.effects&&this._preRender(o.effects,o);let n=this.lastPostProcessEffect?this.renderBuffers[0]:o.target;this.lastPostProcessEffect&&(o.clearColor=[0,0,0,0],o.clearCanvas=!0);let r=e.render({...o,target:n}),s="stats"in r?r.stats:r;o.effects&&(this.lastPostProcessEffect&&(o.clearCanvas=t.clearCanvas===void 0?!0:t.clearCanvas),this._postRender(o.effects,o)),this.renderCount++,G(H0,this,s,t),this._updateStats(s)}needsRedraw(t={clearRedrawFlags:!1}){let e=this._needsRedraw;return t.clearRedrawFlags&&(this._needsRedraw=!1),e}finalize(){let{renderBuffers:t}=this;for(let e of t)e.delete();t.length=0}_updateStats(t){if(!this.stats)return;let e=0;for(let{visibleCount:o}of t)e+=o;this.stats.get("Layers rendered").addCount(e)}_preRender(t,e){this.lastPostProcessEffect=null,e.preRenderStats=e.preRenderStats||{};for(let o of t)e.preRenderStats[o.id]=o.preRender(e),o.postRender&&(this.lastPostProcessEffect=o.id);this.lastPostProcessEffect&&this._resizeRenderBuffers(e.canvasContext)}_resizeRenderBuffers(t=this.device.canvasContext){let{renderBuffers:e}=this,o=t.getDrawingBufferSize(),[n,r]=o;e.length===0&&[0,1].map(s=>{let a=this.device.createTexture({sampler:{minFilter:"linear",magFilter:"linear"},width:n,height:r});e.push(this.device.createFramebuffer({id:`deck-renderbuffer-${s}`,colorAttachments:[a]}))});for(let s of e)s.resize(o)}_postRender(t,e){let{renderBuffers:o}=this,n=e.target??e.canvasContext?.getCurrentFramebuffer()??e.target,r={...e,inputBuffer:o[0],swapBuffer:o[1]};for(let s of t)if(s.postRender){r.target=s.id===this.lastPostProcessEffect?n:void 0;let a=s.postRender(r);r.inputBuffer=a,r.swapBuffer=a===o[0]?o[1]:o[0]}}};var Z0={pickedColor:null,pickedObjectIndex:-1};function Ma({pickedColors:i,decodePickingColor:t,deviceX:e,deviceY:o,deviceRadius:n,deviceRect:r}){let{x:s,y:a,width:c,height:l}=r,f=n*n,h=-1,u=0;for(let d=0;d<l;d++){let p=d+a-o,g=p*p;if(g>f)u+=4*c;else for(let m=0;m<c;m++){if(i[u+3]-1>=0){let _=m+s-e,y=_*_+g;y<=f&&(f=y,h=u)}u+=4}}if(h>=0){let d=i.slice(h,h+4),p=t(d);if(p){let g=Math.floor(h/4/c),m=h/4-g*c;return{...p,pickedColor:d,pickedX:s+m,pickedY:a+g}}A.error("Picked non-existent layer. Is picking buffer corrupt?")()}return Z0}function Ta({pickedColors:i,decodePickingColor:t}){let e=new Map;if(i){for(let o=0;o<i.length;o+=4)if(i[o+3]-1>=0){let r=i.slice(o,o+4),s=r.join(",");if(!e.has(s)){let a=t(r);a?e.set(s,{...a,color:r}):A.error("Picked non-existent layer. Is picking buffer corrupt?")()}}}return Array.from(e.values())}function ir({pickInfo:i,viewports:t,pixelRatio:e,x:o,y:n,z:r}){let s=t[0];t.length>1&&(s=q0(i?.pickedViewports||t,{x:o,y:n}));let a;if(s){let c=[o-s.x,n-s.y];r!==void 0&&(c[2]=r),a=s.unproject(c)}return{color:null,layer:null,viewport:s,index:-1,picked:!1,x:o,y:n,pixel:[o,n],coordinate:a,devicePixel:i&&"pickedX"in i?[i.pickedX,i.pickedY]:void 0,pixelRatio:e}}function La(i){let{pickInfo:t,lastPickedInfo:e,mode:o,layers:n}=i,{pickedColor:r,pickedLayer:s,pickedObjectIndex:a}=t,c=s?[s]:[];if(o==="hover"){let h=e.index,u=e.layerId,d=s?s.props.id:null;if(d!==u||a!==h){if(d!==u){let p=n.find(g=>g.props.id===u);p&&c.unshift(p)}e.layerId=d,e.index=a,e.info=null}}let l=ir(i),f=new Map;return f.set(null,l),c.forEach(h=>{let u={...l};h===s&&(u.color=r,u.index=a,u.picked=!0),u=or({layer:h,info:u,mode:o});let d=u.layer;h===s&&o==="hover"&&(e.info=u),f.set(d.id,u),o==="hover"&&d.updateAutoHighlight(u)}),f}function or({layer:i,info:t,mode:e}){for(;i&&t;){let o=t.layer||null;t.sourceLayer=o,t.layer=i,t=i.getPickingInfo({info:t,mode:e,sourceLayer:o}),i=i.parent}return t}function q0(i,t){for(let e=i.length-1;e>=0;e--){let o=i[e];if(o.containsPixel(t))return o}return i[0]}var ao=class{constructor(t,e={}){this._pickable=!0,this.device=t,this.stats=e.stats,this.pickLayersPass=new Re(t),this.lastPickedInfo={index:-1,layerId:null,info:null}}setProps(t){"layerFilter"in t&&(this.layerFilter=t.layerFilter),"_pickable"in t&&(this._pickable=t._pickable)}finalize(){this.pickingFBO&&this.pickingFBO.destroy(),this.depthFBO&&this.depthFBO.destroy()}pickObjectAsync(t){return this._pickClosestObjectAsync(t)}pickObjectsAsync(t){return this._pickVisibleObjectsAsync(t)}pickObject(t){return this._pickClosestObject(t)}pickObjects(t){return this._pickVisibleObjects(t)}getLastPickedObject({x:t,y:e,layers:o,viewports:n},r=this.lastPickedInfo.info){let s=r&&r.layer&&r.layer.id,a=r&&r.viewport&&r.viewport.id,c=s?o.find(u=>u.id===s):null,l=a&&n.find(u=>u.id===a)||n[0],f=l&&l.unproject([t-l.x,e-l.y]);return{...r,...{x:t,y:e,viewport:l,coordinate:f,layer:c}}}_resizeBuffer(t=this.device.getDefaultCanvasContext()){if(!this.pickingFBO){let n=this.device.createTexture({format:"rgba8unorm",width:1,height:1,usage:ee.RENDER_ATTACHMENT|ee.COPY_SRC});if(this.pickingFBO=this.device.createFramebuffer({colorAttachments:[n],depthStencilAttachment:"depth16unorm"}),this.device.isTextureFormatRenderable("rgba32float")){let r=this.device.createTexture({format:"rgba32float",width:1,height:1,usage:ee.RENDER_ATTACHMENT|ee.COPY_SRC}),s=this.device.createFramebuffer({colorAttachments:[r],depthStencilAttachment:"depth16unorm"});this.depthFBO=s}}let[e,o]=t.getDrawingBufferSize();this.pickingFBO?.resize({width:e,height:o}),this.depthFBO?.resize({width:e,height:o})}_getPickable(t){if(this._pickable===!1)return null;let e=t.filter(o=>this.pickLayersPass.shouldDrawLayer(o)&&!o.isComposite);return e.length?e:null}async _pickClosestObjectAsync({layers:t,views:e,viewports:o,x:n,y:r,radius:s=0,depth:a=1,mode:c="query",unproject3D:l,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=f.cssToDeviceRatio(),p=this._getPickable(t);if(!p||o.length===0)return{result:[],emptyInfo:ir({viewports:o,x:n,y:r,pixelRatio:d})};this._resizeBuffer(f);let g=f.cssToDevicePixels([n,r],!0),m=[g.x+Math.floor(g.width/2),g.y+Math.floor(g.height/2)],v=Math.round(s*d),{width:_,height:y}=this.pickingFBO,x=this._getPickingRect({deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceWidth:_,deviceHeight:y}),P={x:n-s,y:r-s,width:s*2+1,height:s*2+1},w,E=[],S=new Set;for(let C=0;C<a;C++){let b;if(x){let L=await this._drawAndSampleAsync({layers:p,views:e,viewports:o,onViewportActive:h,deviceRect:x,cullRect:P,effects:u,pass:`picking:${c}`,canvasContext:f});b=Ma({...L,deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceRect:x})}else b={pickedColor:null,pickedObjectIndex:-1};let I,T=this._getDepthLayers(b,p,l);if(T.length>0){let{pickedColors:L}=await this._drawAndSampleAsync({layers:T,views:e,viewports:o,onViewportActive:h,deviceRect:{x:b.pickedX??m[0],y:b.pickedY??m[1],width:1,height:1},cullRect:P,effects:u,pass:`picking:${c}:z`,canvasContext:f},!0);L[3]&&(I=L[0])}b.pickedLayer&&C+1<a&&(S.add(b.pickedLayer),b.pickedLayer.disablePickingIndex(b.pickedObjectIndex)),w=La({pickInfo:b,lastPickedInfo:this.lastPickedInfo,mode:c,layers:p,viewports:o,x:n,y:r,z:I,pixelRatio:d});for(let L of w.values())L.layer&&E.push(L);if(!b.pickedColor)break}for(let C of S)C.restorePickingColors();return{result:E,emptyInfo:w.get(null)}}_pickClosestObject({layers:t,views:e,viewports:o,x:n,y:r,radius:s=0,depth:a=1,mode:c="query",unproject3D:l,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=f.cssToDeviceRatio(),p=this._getPickable(t);if(!p||o.length===0)return{result:[],emptyInfo:ir({viewports:o,x:n,y:r,pixelRatio:d})};this._resizeBuffer(f);let g=f.cssToDevicePixels([n,r],!0),m=[g.x+Math.floor(g.width/2),g.y+Math.floor(g.height/2)],v=Math.round(s*d),{width:_,height:y}=this.pickingFBO,x=this._getPickingRect({deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceWidth:_,deviceHeight:y}),P={x:n-s,y:r-s,width:s*2+1,height:s*2+1},w,E=[],S=new Set;for(let C=0;C<a;C++){let b;if(x){let L=this._drawAndSample({layers:p,views:e,viewports:o,onViewportActive:h,deviceRect:x,cullRect:P,effects:u,pass:`picking:${c}`,canvasContext:f});b=Ma({...L,deviceX:m[0],deviceY:m[1],deviceRadius:v,deviceRect:x})}else b={pickedColor:null,pickedObjectIndex:-1};let I,T=this._getDepthLayers(b,p,l);if(T.length>0){let{pickedColors:L}=this._drawAndSample({layers:T,views:e,viewports:o,onViewportActive:h,deviceRect:{x:b.pickedX??m[0],y:b.pickedY??m[1],width:1,height:1},cullRect:P,effects:u,pass:`picking:${c}:z`,canvasContext:f},!0);L[3]&&(I=L[0])}b.pickedLayer&&C+1<a&&(S.add(b.pickedLayer),b.pickedLayer.disablePickingIndex(b.pickedObjectIndex)),w=La({pickInfo:b,lastPickedInfo:this.lastPickedInfo,mode:c,layers:p,viewports:o,x:n,y:r,z:I,pixelRatio:d});for(let L of w.values())L.layer&&E.push(L);if(!b.pickedColor)break}for(let C of S)C.restorePickingColors();return{result:E,emptyInfo:w.get(null)}}async _pickVisibleObjectsAsync({layers:t,views:e,viewports:o,x:n,y:r,width:s=1,height:a=1,mode:c="query",maxObjects:l=null,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=this._getPickable(t);if(!d||o.length===0)return[];this._resizeBuffer(f);let p=f.cssToDeviceRatio(),g=f.cssToDevicePixels([n,r],!0),m=g.x,v=g.y+g.height,_=f.cssToDevicePixels([n+s,r+a],!0),y=_.x+_.width,x=_.y,P={x:m,y:x,width:y-m,height:v-x},w=await this._drawAndSampleAsync({layers:d,views:e,viewports:o,onViewportActive:h,deviceRect:P,cullRect:{x:n,y:r,width:s,height:a},effects:u,pass:`picking:${c}`,canvasContext:f}),E=Ta(w),S=new Map,C=[],b=Number.isFinite(l);for(let I=0;I<E.length&&!(b&&C.length>=l);I++){let T=E[I],L={color:T.pickedColor,layer:null,index:T.pickedObjectIndex,picked:!0,x:n,y:r,pixelRatio:p};L=or({layer:T.pickedLayer,info:L,mode:c});let R=L.layer.id;S.has(R)||S.set(R,new Set);let j=S.get(R),B=L.object??L.index;j.has(B)||(j.add(B),C.push(L))}return C}_pickVisibleObjects({layers:t,views:e,viewports:o,x:n,y:r,width:s=1,height:a=1,mode:c="query",maxObjects:l=null,canvasContext:f=this.device.getDefaultCanvasContext(),onViewportActive:h,effects:u}){let d=this._getPickable(t);if(!d||o.length===0)return[];this._resizeBuffer(f);let p=f.cssToDeviceRatio(),g=f.cssToDevicePixels([n,r],!0),m=g.x,v=g.y+g.height,_=f.cssToDevicePixels([n+s,r+a],!0),y=_.x+_.width,x=_.y,P={x:m,y:x,width:y-m,height:v-x},w=this._drawAndSample({layers:d,views:e,viewports:o,onViewportActive:h,deviceRect:P,cullRect:{x:n,y:r,width:s,height:a},effects:u,pass:`picking:${c}`,canvasContext:f}),E=Ta(w),S=new Map,C=[],b=Number.isFinite(l);for(let I=0;I<E.length&&!(b&&C.length>=l);I++){let T=E[I],L={color:T.pickedColor,layer:null,index:T.pickedObjectIndex,picked:!0,x:n,y:r,pixelRatio:p};L=or({layer:T.pickedLayer,info:L,mode:c});let R=L.layer.id;S.has(R)||S.set(R,new Set);let j=S.get(R),B=L.object??L.index;j.has(B)||(j.add(B),C.push(L))}return C}async _drawAndSampleAsync({layers:t,views:e,viewports:o,onViewportActive:n,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l},f=!1){let h=f?this.depthFBO:this.pickingFBO,u={layers:t,layerFilter:this.layerFilter,views:e,viewports:o,onViewportActive:n,pickingFBO:h,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l,pickZ:f,preRenderStats:{},isPicking:!0};for(let P of a)P.useInPicking&&(u.preRenderStats[P.id]=P.preRender(u));let{decodePickingColor:d,stats:p}=this.pickLayersPass.render(u);this._updateStats(p);let{x:g,y:m,width:v,height:_}=r,y=h.colorAttachments[0]?.texture;if(!y)throw new Error("Picking framebuffer color attachment is missing");let x=await this._readTextureDataAsync(y,{x:g,y:m,width:v,height:_},f?Float32Array:Uint8Array);if(!f){let P=!1;for(let w=3;w<x.length;w+=4)if(x[w]!==0){P=!0;break}!P&&x.length>0&&A.warn("Async pick readback returned only zero alpha values",{deviceRect:r,bytes:Array.from(x.subarray(0,Math.min(x.length,16)))})()}return{pickedColors:x,decodePickingColor:d}}async _readTextureDataAsync(t,e,o){let{width:n,height:r}=e,s=t.computeMemoryLayout(e),a=this.device.createBuffer({byteLength:s.byteLength,usage:K.COPY_DST|K.MAP_READ});try{t.readBuffer(e,a);let c=await a.readAsync(0,s.byteLength),l=o.BYTES_PER_ELEMENT;if(s.bytesPerRow%l!==0)throw new Error(`Texture readback row stride ${s.bytesPerRow} is not aligned to ${l}-byte elements.`);let f=new o(c.buffer,c.byteOffset,s.byteLength/l),h=n*4,u=s.bytesPerRow/l;if(u<h)throw new Error(`Texture readback row stride ${u} is smaller than packed row length ${h}.`);let d=new o(n*r*4);for(let p=0;p<r;p++){let g=p*u;d.set(f.subarray(g,g+h),p*h)}return d}finally{a.destroy()}}_drawAndSample({layers:t,views:e,viewports:o,onViewportActive:n,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l},f=!1){let h=f?this.depthFBO:this.pickingFBO,u={layers:t,layerFilter:this.layerFilter,views:e,viewports:o,onViewportActive:n,pickingFBO:h,deviceRect:r,cullRect:s,effects:a,pass:c,canvasContext:l,pickZ:f,preRenderStats:{},isPicking:!0};for(let x of a)x.useInPicking&&(u.preRenderStats[x.id]=x.preRender(u));let{decodePickingColor:d,stats:p}=this.pickLayersPass.render(u);this._updateStats(p);let{x:g,y:m,width:v,height:_}=r,y=new(f?Float32Array:Uint8Array)(v*_*4);return this.device.readPixelsToArrayWebGL(h,{sourceX:g,sourceY:m,sourceWidth:v,sourceHeight:_,target:y}),{pickedColors:y,decodePickingColor:d}}_updateStats(t){if(!this.stats)return;let e=0;for(let{visibleCount:o}of t)e+=o;this.stats.get("Layers picked").addCount(e)}_getDepthLayers(t,e,o){if(!o||!this.depthFBO)return[];let{pickedLayer:n}=t,r=n?.state?.terrainDrawMode==="drape";return n&&!r?[n]:e.filter(s=>s.props.operation.includes("terrain"))}_getPickingRect({deviceX:t,deviceY:e,deviceRadius:o,deviceWidth:n,deviceHeight:r}){let s=Math.max(0,t-o),a=Math.max(0,e-o),c=Math.min(n,t+o+1)-s,l=Math.min(r,e+o+1)-a;return c<=0||l<=0?null:{x:s,y:a,width:c,height:l}}};var X0={"top-left":{top:0,left:0},"top-right":{top:0,right:0},"bottom-left":{bottom:0,left:0},"bottom-right":{bottom:0,right:0},fill:{top:0,left:0,bottom:0,right:0}},K0="top-left",oh="root",nr=class{constructor({deck:t,parentElement:e}){this.defaultWidgets=[],this.widgets=[],this.resolvedWidgets=[],this.containers={},this.lastViewports={},this.deck=t,e?.classList.add("deck-widget-container"),this.parentElement=e}getWidgets(){return this.resolvedWidgets}setProps(t){if(t.widgets&&!Y(t.widgets,this.widgets,1)){let e=t.widgets.filter(Boolean);this._setWidgets(e)}}finalize(){for(let t of this.getWidgets())this._removeWidget(t);this.defaultWidgets.length=0,this.resolvedWidgets.length=0;for(let t in this.containers)this.containers[t].remove()}addDefault(t){this.defaultWidgets.find(e=>e.id===t.id)||(this._addWidget(t),this.defaultWidgets.push(t),this._setWidgets(this.widgets))}onRedraw({viewports:t,layers:e}){let o=t.reduce((n,r)=>(n[r.id]=r,n),{});for(let n of this.getWidgets()){let{viewId:r}=n;if(r){let s=o[r];s&&(n.onViewportChange&&n.onViewportChange(s),n.onRedraw?.({viewports:[s],layers:e}))}else{if(n.onViewportChange)for(let s of t)n.onViewportChange(s);n.onRedraw?.({viewports:t,layers:e})}}this.lastViewports=o,this._updateContainers()}onHover(t,e){for(let o of this.getWidgets()){let{viewId:n}=o;(!n||n===t.viewport?.id)&&o.onHover?.(t,e)}}getCanvasBounds(t){let o=this.deck?.getCanvas?.()?.getBoundingClientRect(),n=this.parentElement?.getBoundingClientRect(),r=this.deck?.getCanvasContext?.(t?.id);if(r&&n){r.updatePosition();let[s,a]=r.getPosition(),[c,l]=r.getCSSSize();return{x:s-n.left,y:a-n.top,width:c,height:l}}return{x:o&&n?o.left-n.left:0,y:o&&n?o.top-n.top:0,width:o?.width||this.deck?.width||0,height:o?.height||this.deck?.height||0}}onEvent(t,e){let o=Ke[e.type];if(o)for(let n of this.getWidgets()){let{viewId:r}=n;(!r||r===t.viewport?.id)&&n[o]?.(t,e)}}_setWidgets(t){let e={};for(let o of this.resolvedWidgets)e[o.id]=o;this.resolvedWidgets.length=0;for(let o of this.defaultWidgets)e[o.id]=null,this.resolvedWidgets.push(o);for(let o of t){let n=e[o.id];n?n.viewId!==o.viewId||n.placement!==o.placement?(this._removeWidget(n),this._addWidget(o)):o!==n&&(n.setProps(o.props),o=n):this._addWidget(o),e[o.id]=null,this.resolvedWidgets.push(o)}for(let o in e){let n=e[o];n&&this._removeWidget(n)}this.widgets=t}_addWidget(t){let{viewId:e=null,placement:o=K0}=t,n=t.props._container??e;t.widgetManager=this,t.deck=this.deck,t.rootElement=t._onAdd({deck:this.deck,viewId:e}),t.rootElement&&this._getContainer(n,o).append(t.rootElement),t.updateHTML()}_removeWidget(t){t.onRemove?.(),t.rootElement&&t.rootElement.remove(),t.rootElement=void 0,t.deck=void 0,t.widgetManager=void 0}_getContainer(t,e){if(t&&typeof t!="string")return t;let o=t||oh,n=this.containers[o];n||(n=document.createElement("div"),n.style.pointerEvents="none",n.style.position="absolute",n.style.overflow="hidden",this.parentElement?.append(n),this.containers[o]=n);let r=n.querySelector(`.${e}`);return r||(r=globalThis.document.createElement("div"),r.className=e,r.style.position="absolute",r.style.zIndex="2",Object.assign(r.style,X0[e]),n.append(r)),r}_updateContainers(){for(let t in this.containers){let e=this.lastViewports[t]||null,o=t===oh||e,n=this.containers[t];if(o){let r=this._getContainerBounds(e);n.style.display="block",n.style.left=`${r.x}px`,n.style.top=`${r.y}px`,n.style.width=`${r.width}px`,n.style.height=`${r.height}px`}else n.style.display="none"}}_getContainerBounds(t){if(!t)return{x:0,y:0,width:this.parentElement?.clientWidth||this.deck.width,height:this.parentElement?.clientHeight||this.deck.height};let e=this.getCanvasBounds(t);return{x:e.x+t.x,y:e.y+t.y,width:t.width,height:t.height}}};function Aa(i,t){t&&Object.entries(t).map(([e,o])=>{e.startsWith("--")?i.style.setProperty(e,o):i.style[e]=o})}function nh(i,t){t&&Object.keys(t).map(e=>{e.startsWith("--")?i.style.removeProperty(e):i.style[e]=""})}var hi=class{constructor(t){this.viewId=null,this.props={...this.constructor.defaultProps,...t},this.id=this.props.id}setProps(t){let e=this.props,o=this.rootElement;o&&e.className!==t.className&&(e.className&&o.classList.remove(e.className),t.className&&o.classList.add(t.className)),o&&!Y(e.style,t.style,1)&&(nh(o,e.style),Aa(o,t.style)),Object.assign(this.props,t),this.updateHTML()}updateHTML(){this.rootElement&&this.onRenderHTML(this.rootElement)}get viewIds(){return this.viewId?[this.viewId]:this.deck?.getViews().map(t=>t.id)??[]}getViewState(t){return this.deck?.viewManager?.getViewState(t)||{}}setViewState(t,e){this.deck?._onViewStateChange({viewId:t,viewState:e,interactionState:{}})}onCreateRootElement(){let t=["deck-widget",this.className,this.props.className],e=document.createElement("div");return t.filter(o=>typeof o=="string"&&o.length>0).forEach(o=>e.classList.add(o)),Aa(e,this.props.style),e}_onAdd(t){return this.onAdd(t)??this.onCreateRootElement()}onAdd(t){}onRemove(){}onViewportChange(t){}onRedraw(t){}onHover(t,e){}onClick(t,e){}onDrag(t,e){}onDragStart(t,e){}onDragEnd(t,e){}};hi.defaultProps={id:"widget",style:{},_container:null,className:""};var J0={zIndex:"1",position:"absolute",pointerEvents:"none",color:"#a0a7b4",backgroundColor:"#29323c",padding:"10px",top:"0",left:"0",display:"none"},co=class extends hi{constructor(t={}){super(t),this.id="default-tooltip",this.placement="fill",this.className="deck-tooltip",this.isVisible=!1,this.setProps(t)}onCreateRootElement(){let t=document.createElement("div");return t.className=this.className,Object.assign(t.style,J0),t}onRenderHTML(t){}onViewportChange(t){this.isVisible&&t.id===this.lastViewport?.id&&!t.equals(this.lastViewport)&&this.setTooltip(null),this.lastViewport=t}onHover(t){let{deck:e}=this,o=e&&e.props.getTooltip;if(!o)return;let n=o(t),r=this.widgetManager?.getCanvasBounds(t.viewport),s=t.x+(r?.x||0),a=t.y+(r?.y||0);this.setTooltip(n,s,a)}setTooltip(t,e,o){let n=this.rootElement;if(n){if(typeof t=="string")n.innerText=t;else if(t)t.text&&(n.innerText=t.text),t.html&&(n.innerHTML=t.html),t.className&&(n.className=t.className);else{this.isVisible=!1,n.style.display="none";return}this.isVisible=!0,n.style.display="block",n.style.transform=`translate(${e}px, ${o}px)`,t&&typeof t=="object"&&"style"in t&&Object.assign(n.style,t.style)}}};co.defaultProps={...hi.defaultProps};var lo=class{constructor(t){this.targets={},this.order=[],this.eventManagers={},this._eventRootToCanvasId=new WeakMap,this._createEventManager=t.createEventManager,this._getEventRoot=t.getEventRoot}finalize(){for(let t of Object.values(this.targets))t.eventManager.destroy(),t.presentationContext.destroy();this.targets={},this.order=[],this.eventManagers={},this._eventRootToCanvasId=new WeakMap}syncCanvasEntries(t){let e=this._normalizeCanvasList(t.canvases),o={},n=[],r=new Map;for(let{canvas:a}of e){let c=this._getEventRoot(a);r.set(c,(r.get(c)||0)+1)}for(let{id:a,canvas:c}of e){let l=this._getEventRoot(c),f=r.get(l)===1?l:c,h=this.targets[a];if(!h||h.device!==t.device||h.canvas!==c||h.eventRoot!==f){h?.eventManager.destroy(),h?.presentationContext.destroy();let u=t.device.createPresentationContext({id:a,canvas:c,useDevicePixels:t.useDevicePixels,autoResize:!0});h={id:a,device:t.device,canvas:c,eventRoot:f,presentationContext:u,eventManager:this._createEventManager(f)}}this._eventRootToCanvasId.set(f,a),this._eventRootToCanvasId.set(c,a),o[a]=h,n.push(a)}for(let[a,c]of Object.entries(this.targets))o[a]||(c.eventManager.destroy(),c.presentationContext.destroy());this.targets=o,this.order=n;let s=Object.fromEntries(Object.entries(o).map(([a,c])=>[a,c.eventManager]));this._haveSameEventManagers(s)||(this.eventManagers=s)}getCanvasIdFromEvent(t){return t?this._eventRootToCanvasId.get(t):void 0}getTarget(t){return this.targets[t||this.order[0]||he]||null}_normalizeCanvasList(t=[]){let e=new Set;return t.map((o,n)=>{let r,s;return typeof o=="string"?(r=document.getElementById(o),z(r,`Canvas with id ${o} not found`),s=o):(r=o,s=r.id||`deckgl-canvas-${n}`),z(!e.has(s),`Duplicate canvas id ${s}`),e.add(s),{id:s,canvas:r}})}_haveSameEventManagers(t){let e=Object.keys(t),o=Object.keys(this.eventManagers);return e.length===o.length&&e.every(n=>t[n]===this.eventManagers[n])}};var rh="4.5.4";var Q0=globalThis.loaders?.parseImageNode,Ia=typeof Image<"u",Oa=typeof ImageBitmap<"u",tv=!!Q0,Ra=Me?!0:tv;function sh(i){switch(i){case"auto":return Oa||Ia||Ra;case"imagebitmap":return Oa;case"image":return Ia;case"data":return Ra;default:throw new Error(`@loaders.gl/images: image ${i} not supported in this environment`)}}function ah(){if(Oa)return"imagebitmap";if(Ia)return"image";if(Ra)return"data";throw new Error("Install '@loaders.gl/polyfills' to parse images under Node.js")}function ev(i){let t=iv(i);if(!t)throw new Error("Not an image");return t}function ch(i){switch(ev(i)){case"data":return i;case"image":case"imagebitmap":let t=document.createElement("canvas"),e=t.getContext("2d");if(!e)throw new Error("getImageData");return t.width=i.width,t.height=i.height,e.drawImage(i,0,0),e.getImageData(0,0,i.width,i.height);default:throw new Error("getImageData")}}function iv(i){return typeof ImageBitmap<"u"&&i instanceof ImageBitmap?"imagebitmap":typeof Image<"u"&&i instanceof Image?"image":i&&typeof i=="object"&&i.data&&i.width&&i.height?"data":null}var ov=/^data:image\/svg\+xml/,nv=/\.svg((\?|#).*)?$/;function rr(i){return i&&(ov.test(i)||nv.test(i))}function lh(i,t){if(rr(t)){let o=new TextDecoder().decode(i);try{typeof unescape=="function"&&typeof encodeURIComponent=="function"&&(o=unescape(encodeURIComponent(o)))}catch(r){throw new Error(r.message)}return`data:image/svg+xml;base64,${btoa(o)}`}return ka(i,t)}function ka(i,t){if(rr(t))throw new Error("SVG cannot be parsed directly to imagebitmap");return new Blob([new Uint8Array(i)])}async function sr(i,t,e){let o=lh(i,e),n=self.URL||self.webkitURL,r=typeof o!="string"&&n.createObjectURL(o);try{return await rv(r||o,t)}finally{r&&n.revokeObjectURL(r)}}async function rv(i,t){let e=new Image;return e.src=i,t.image&&t.image.decode&&e.decode?(await e.decode(),e):await new Promise((o,n)=>{try{e.onload=()=>o(e),e.onerror=r=>{let s=r instanceof Error?r.message:"error";n(new Error(s))}}catch(r){n(r)}})}var fh=!0;async function hh(i,t,e){let o;rr(e)?o=await sr(i,t,e):o=ka(i,e);let n=t&&t.imagebitmap;return await sv(o,n)}async function sv(i,t=null){if((av(t)||!fh)&&(t=null),t)try{return await createImageBitmap(i,t)}catch(e){console.warn(e),fh=!1}return await createImageBitmap(i)}function av(i){if(!i)return!0;for(let t in i)if(Object.prototype.hasOwnProperty.call(i,t))return!1;return!0}function uh(i){return!hv(i,"ftyp",4)||(i[8]&96)===0?null:cv(i)}function cv(i){switch(lv(i,8,12).replace("\0"," ").trim()){case"avif":case"avis":return{extension:"avif",mimeType:"image/avif"};default:return null}}function lv(i,t,e){return String.fromCharCode(...i.slice(t,e))}function fv(i){return[...i].map(t=>t.charCodeAt(0))}function hv(i,t,e=0){let o=fv(t);for(let n=0;n<o.length;++n)if(o[n]!==i[n+e])return!1;return!0}var Wt=!1,fo=!0;function ar(i){let t=ho(i);return dv(t)||mv(t)||pv(t)||gv(t)||uv(t)}function uv(i){let t=new Uint8Array(i instanceof DataView?i.buffer:i),e=uh(t);return e?{mimeType:e.mimeType,width:0,height:0}:null}function dv(i){let t=ho(i);return t.byteLength>=24&&t.getUint32(0,Wt)===2303741511?{mimeType:"image/png",width:t.getUint32(16,Wt),height:t.getUint32(20,Wt)}:null}function pv(i){let t=ho(i);return t.byteLength>=10&&t.getUint32(0,Wt)===1195984440?{mimeType:"image/gif",width:t.getUint16(6,fo),height:t.getUint16(8,fo)}:null}function gv(i){let t=ho(i);return t.byteLength>=14&&t.getUint16(0,Wt)===16973&&t.getUint32(2,fo)===t.byteLength?{mimeType:"image/bmp",width:t.getUint32(18,fo),height:t.getUint32(22,fo)}:null}function mv(i){let t=ho(i);if(!(t.byteLength>=3&&t.getUint16(0,Wt)===65496&&t.getUint8(2)===255))return null;let{tableMarkers:o,sofMarkers:n}=yv(),r=2;for(;r+9<t.byteLength;){let s=t.getUint16(r,Wt);if(n.has(s))return{mimeType:"image/jpeg",height:t.getUint16(r+5,Wt),width:t.getUint16(r+7,Wt)};if(!o.has(s))return null;r+=2,r+=t.getUint16(r,Wt)}return null}function yv(){let i=new Set([65499,65476,65484,65501,65534]);for(let e=65504;e<65520;++e)i.add(e);return{tableMarkers:i,sofMarkers:new Set([65472,65473,65474,65475,65477,65478,65479,65481,65482,65483,65485,65486,65487,65502])}}function ho(i){if(i instanceof DataView)return i;if(ArrayBuffer.isView(i))return new DataView(i.buffer);if(i instanceof ArrayBuffer)return new DataView(i);throw new Error("toDataView")}async function dh(i,t){let{mimeType:e}=ar(i)||{},o=globalThis.loaders?.parseImageNode;return se(o),await o(i,e)}async function ph(i,t,e){t=t||{};let n=(t.image||{}).type||"auto",{url:r}=e||{},s=xv(n),a;switch(s){case"imagebitmap":a=await hh(i,t,r);break;case"image":a=await sr(i,t,r);break;case"data":a=await dh(i,t);break;default:se(!1)}return n==="data"&&(a=ch(a)),a}function xv(i){switch(i){case"auto":case"data":return ah();default:return sh(i),i}}var vv=["png","jpg","jpeg","gif","webp","bmp","ico","svg","avif"],_v=["image/png","image/jpeg","image/gif","image/webp","image/avif","image/bmp","image/vnd.microsoft.icon","image/svg+xml"],Pv={image:{type:"auto",decode:!0}},za={dataType:null,batchType:null,id:"image",module:"images",name:"Images",version:rh,mimeTypes:_v,extensions:vv,parse:ph,tests:[i=>!!ar(new DataView(i))],options:Pv};function wv(i){let t=i[0],e=i[i.length-1];return t==="{"&&e==="}"||t==="["&&e==="]"}var gh={dataType:null,batchType:null,id:"JSON",name:"JSON",module:"",version:"",options:{},extensions:["json","geojson"],mimeTypes:["application/json","application/geo+json"],testText:wv,parseTextSync:JSON.parse};function bv(){let i="9.4.0",t=globalThis.deck&&globalThis.deck.VERSION;if(t&&t!==i)throw new Error(`deck.gl - multiple versions detected: ${t} vs ${i}`);return t||(A.log(1,`deck.gl ${i}`)(),globalThis.deck={...globalThis.deck,VERSION:i,version:i,log:A,_registerLoggers:ql},ya([gh,[za,{imagebitmap:{premultiplyAlpha:"none"}}]])),i}var mh=bv();function te(){}var Sv=({isDragging:i})=>i?"grabbing":"grab",yh={id:"",width:"100%",height:"100%",style:null,viewState:null,initialViewState:null,pickingRadius:0,pickAsync:"auto",layerFilter:null,parameters:{},parent:null,device:null,deviceProps:{},gl:null,canvas:null,_canvases:null,layers:[],effects:[],views:null,controller:null,useDevicePixels:!0,touchAction:"none",eventRecognizerOptions:{},_framebuffer:null,_animate:!1,_pickable:!0,_typedArrayManagerProps:{},_customRender:null,widgets:[],onDeviceInitialized:te,onWebGLInitialized:te,onResize:te,onViewStateChange:te,onInteractionStateChange:te,onBeforeRender:te,onAfterRender:te,onLoad:te,onError:i=>A.error(i.message,i.cause)(),onHover:null,onClick:null,onDragStart:null,onDrag:null,onDragEnd:null,_onMetrics:null,getCursor:Sv,getTooltip:null,debug:!1,drawPickingColors:!1},uo=class{constructor(t){this.width=0,this.height=0,this.userData={},this.device=null,this.canvas=null,this.viewManager=null,this.layerManager=null,this.effectManager=null,this.deckRenderer=null,this.deckPicker=null,this.eventManager=null,this.eventManagers={},this.widgetManager=null,this.tooltip=null,this.animationLoop=null,this._canvasContext=null,this._deviceResizeHandler=null,this.cursorState={isHovering:!1,isDragging:!1},this.stats=new hn({id:"deck.gl"}),this.metrics={fps:0,setPropsTime:0,layersCount:0,drawLayersCount:0,updateLayersCount:0,updateAttributesCount:0,updateAttributesTime:0,framesRedrawn:0,pickTime:0,pickCount:0,pickLayersCount:0,gpuTime:0,gpuTimePerFrame:0,cpuTime:0,cpuTimePerFrame:0,bufferMemory:0,textureMemory:0,renderbufferMemory:0,gpuMemory:0},this._metricsCounter=0,this._hoverPickSequence=0,this._pointerDownPickSequence=0,this._needsRedraw="Initial render",this._canvasManager=new lo({createEventManager:n=>this._createEventManager(n),getEventRoot:n=>this._getEventRoot(n)}),this._ownedCanvas=null,this._pickRequest={mode:"hover",x:-1,y:-1,radius:0,canvasId:void 0,event:null,unproject3D:!1},this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=null,this._onPointerMove=n=>{let{_pickRequest:r}=this,s=this._getCanvasIdFromEvent(n);if(n.type==="pointerleave")r.x=-1,r.y=-1,r.radius=0,r.canvasId=s;else{if(n.leftButton||n.rightButton)return;{let a=n.offsetCenter;if(!a)return;r.x=a.x,r.y=a.y,r.radius=this.props.pickingRadius,r.canvasId=s}}this.layerManager&&(this.layerManager.context.mousePosition={x:r.x,y:r.y}),r.event=n},this._onEvent=n=>{let r=Ke[n.type],s=n.offsetCenter,a=this._getCanvasIdFromEvent(n);if(!r||!s||!this.layerManager)return;let c=this.layerManager.getLayers(),l=this._getInternalPickingMode();if(!l)return;if(l==="sync"){let h=n.type==="click"&&this._shouldUnproject3D(c)?this._getFirstPickedInfo(this._pickPointSync(this._getPointPickOptions(s.x,s.y,{unproject3D:!0,canvasId:a},c))):this._getLastPointerDownPickingInfo(s.x,s.y,a,c);this._dispatchPickingEvent(h,n);return}(this._lastPointerDownInfoPromise||Promise.resolve(this._getLastPointerDownPickingInfo(s.x,s.y,a,c))).then(h=>{this._dispatchPickingEvent(h,n)}).catch(h=>this.props.onError?.(h))},this._onPointerDown=n=>{let r=n.offsetCenter,s=this._getCanvasIdFromEvent(n);if(!r)return;let a=this._getInternalPickingMode();if(!a)return;let c=this.layerManager?.getLayers()||[],l=++this._pointerDownPickSequence;if(a==="sync"){let h=this._pickPointSync({x:r.x,y:r.y,canvasId:s,radius:this.props.pickingRadius}),u=this._getFirstPickedInfo(h);this._lastPointerDownInfo=u,this._lastPointerDownInfoPromise=Promise.resolve(u);return}let f=this._pickPointAsync(this._getPointPickOptions(r.x,r.y,{canvasId:s},c)).then(h=>this._getFirstPickedInfo(h)).then(h=>(l===this._pointerDownPickSequence&&(this._lastPointerDownInfo=h),h)).catch(h=>{this.props.onError?.(h);let u=this.deckPicker&&this.viewManager?this._getLastPointerDownPickingInfo(r.x,r.y,s,c):{};return l===this._pointerDownPickSequence&&(this._lastPointerDownInfo=u),u});this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=f};let e=t;this.props={...yh,...t},t=this.props,this._validateCanvasConfiguration(t),t.viewState&&t.initialViewState&&A.warn("View state tracking is disabled. Use either `initialViewState` for auto update or `viewState` for manual update.")(),this.viewState=this.props.initialViewState,t.device&&(this.device=t.device,this._setDeviceCanvasContext(t.device));let o=this.device;!o&&t.gl&&(t.gl instanceof WebGLRenderingContext&&A.error("WebGL1 context not supported.")(),o=gn.attach(t.gl,{_cacheShaders:!0,_cachePipelines:!0,...this.props.deviceProps})),o||(o=this._createDevice(t)),this.animationLoop=this._createAnimationLoop(o,t),this.setProps(e),t._typedArrayManagerProps&&Lt.setOptions(t._typedArrayManagerProps),this.animationLoop.start()}finalize(){this._restoreDeviceResizeHandler(),this.animationLoop?.stop(),this.animationLoop?.destroy(),this.animationLoop=null,this._hoverPickSequence++,this._pointerDownPickSequence++,this._lastPointerDownInfo=null,this._lastPointerDownInfoPromise=null,this.layerManager?.finalize(),this.layerManager=null,this.viewManager?.finalize(),this.viewManager=null,this.effectManager?.finalize(),this.effectManager=null,this.deckRenderer?.finalize(),this.deckRenderer=null,this.deckPicker?.finalize(),this.deckPicker=null,Object.keys(this._canvasManager.targets).length||this.eventManager?.destroy(),this.eventManager=null,this.eventManagers={},this.widgetManager?.finalize(),this.widgetManager=null,this._canvasManager.finalize(),this._isMultiCanvasMode()?this.canvas=null:this.canvas&&this.canvas===this._ownedCanvas&&(this.canvas.parentElement?.removeChild(this.canvas),this.canvas=null,this._ownedCanvas=null),this._canvasContext=null}setProps(t){this.stats.get("setProps Time").timeStart(),"onLayerHover"in t&&A.removed("onLayerHover","onHover")(),"onLayerClick"in t&&A.removed("onLayerClick","onClick")(),t.initialViewState&&!Y(this.props.initialViewState,t.initialViewState,3)&&(this.viewState=t.initialViewState),z(!("_canvases"in t)||Array.isArray(t._canvases)===this._isMultiCanvasMode()),Object.assign(this.props,t),this._validateCanvasConfiguration(this.props),this._validateInternalPickingMode(),this.device&&this._isMultiCanvasMode()&&this._syncCanvasTargets(),this._setCanvasSize(this.props);let e=Object.create(this.props);if(Object.assign(e,{views:this._getViews(),width:this.width,height:this.height,viewState:this._getViewState(),eventManagers:this.eventManagers}),t.device&&t.device.id!==this.device?.id){let o=t.device.getDefaultCanvasContext();this.animationLoop?.stop(),!this._isMultiCanvasMode()&&this.canvas!==o.canvas&&(this.canvas?.remove(),this.eventManager?.destroy(),this.canvas=null),this._setDeviceCanvasContext(t.device),A.log(`recreating animation loop for new device! id=${t.device.id}`)(),this.animationLoop=this._createAnimationLoop(t.device,t),this.animationLoop.start()}if(this.animationLoop?.setProps(e),t.useDevicePixels!==void 0&&this._canvasContext?.setProps){this._canvasContext.setProps({useDevicePixels:t.useDevicePixels});for(let o of Object.values(this._canvasManager.targets))o.presentationContext.setProps({useDevicePixels:t.useDevicePixels})}this.layerManager&&(this.viewManager.setProps(e),this.layerManager.activateViewport(this.getViewports()[0]),this.layerManager.setProps(e),this.effectManager.setProps(e),this.deckRenderer.setProps(e),this.deckPicker.setProps(e),this.widgetManager.setProps(e)),this.stats.get("setProps Time").timeEnd()}needsRedraw(t={clearRedrawFlags:!1}){if(!this.layerManager)return!1;if(this.props._animate)return"Deck._animate";let e=this._needsRedraw;t.clearRedrawFlags&&(this._needsRedraw=!1);let o=this.viewManager.needsRedraw(t),n=this.layerManager.needsRedraw(t),r=this.effectManager.needsRedraw(t),s=this.deckRenderer.needsRedraw(t);return e=e||o||n||r||s,e}redraw(t){if(!this.layerManager)return;let e=this.needsRedraw({clearRedrawFlags:!0});e=t||e,e&&(this.stats.get("Redraw Count").incrementCount(),this.props._customRender?this.props._customRender(e):this._drawLayers(e))}get isInitialized(){return this.viewManager!==null}getViews(){return z(this.viewManager),this.viewManager.views}getView(t){return z(this.viewManager),this.viewManager.getView(t)}getViewports(t){return z(this.viewManager),this.viewManager.getViewports(t)}getCanvas(){return this.canvas}getCanvasContext(t){let e=t?this.viewManager?.getView(t)?.props.canvasId:void 0;return this._getCanvasContext(e)}getEventManager(t){if(!t||!this.viewManager)return this.eventManager;let e=this.viewManager.getCanvasId(t)||he;return this.eventManagers[e]||this.eventManager}async pickObjectAsync(t){let e=(await this._pickAsync("pickObjectAsync","pickObject Time",t)).result;return e.length?e[0]:null}async pickObjectsAsync(t){return await this._pickAsync("pickObjectsAsync","pickObjects Time",t)}pickObject(t){let e=this._pick("pickObject","pickObject Time",t).result;return e.length?e[0]:null}pickMultipleObjects(t){return t.depth=t.depth||10,this._pick("pickObject","pickMultipleObjects Time",t).result}pickObjects(t){return this._pick("pickObjects","pickObjects Time",t)}_pickPositionForController(t,e,o){return this._getInternalPickingMode()!=="sync"?null:this.pickObject({x:t,y:e,radius:0,unproject3D:!0,canvasId:o?this.viewManager?.getCanvasId(o):void 0})}_addResources(t,e=!1){for(let o in t)this.layerManager.resourceManager.add({resourceId:o,data:t[o],forceUpdate:e})}_removeResources(t){for(let e of t)this.layerManager.resourceManager.remove(e)}_addDefaultEffect(t){this.effectManager.addDefaultEffect(t)}_addDefaultShaderModule(t){this.layerManager.addDefaultShaderModule(t)}_removeDefaultShaderModule(t){this.layerManager?.removeDefaultShaderModule(t)}_resolveInternalPickingMode(){let{pickAsync:t}=this.props,e=this.device?.type||this.props.deviceProps?.type;if(t==="auto")return e==="webgpu"?"async":"sync";if(t==="sync"&&e==="webgpu")throw new Error('`pickAsync: "sync"` is not supported when Deck is using a WebGPU device.');return t}_getInternalPickingMode(){try{return this._resolveInternalPickingMode()}catch(t){return this.props.onError?.(t),null}}_validateInternalPickingMode(){this._getInternalPickingMode()}_getFirstPickedInfo({result:t,emptyInfo:e}){return t[0]||e}_shouldUnproject3D(t=this.layerManager?.getLayers()||[]){return t.some(e=>e.props.pickable==="3d")}_getPointPickOptions(t,e,o={},n=this.layerManager?.getLayers()||[]){return{x:t,y:e,canvasId:o.canvasId,radius:this.props.pickingRadius,unproject3D:this._shouldUnproject3D(n),...o}}_pickPointSync(t){return this._pick("pickObject","pickObject Time",t)}_pickPointAsync(t){return this._pickAsync("pickObjectAsync","pickObject Time",t)}_getLastPointerDownPickingInfo(t,e,o,n=this.layerManager?.getLayers()||[]){return this.deckPicker.getLastPickedObject({x:t,y:e,layers:n,viewports:this.getViewports({x:t,y:e,canvasId:o})},this._lastPointerDownInfo)}_applyHoverCallbacks({result:t,emptyInfo:e},o){if(!this.widgetManager)return;this.cursorState.isHovering=t.length>0;let n=e,r=!1;for(let s of t)n=s,r=s.layer?.onHover(s,o)||r;r||(this.props.onHover?.(n,o),this.widgetManager.onHover(n,o))}_dispatchPickingEvent(t,e){if(!this.layerManager||!this.widgetManager)return;let o=Ke[e.type];if(!o)return;let{layer:n}=t,r=n&&(n[o]||n.props[o]),s=this.props[o],a=!1;r&&(a=r.call(n,t,e)),a||(s?.(t,e),this.widgetManager.onEvent(t,e))}_pickAsync(t,e,o){z(this.deckPicker);let{stats:n}=this,r=this._isMultiCanvasMode()?o.canvasId||this._getDefaultCanvasId():o.canvasId,s=this._getCanvasContext(r)||void 0;n.get("Pick Count").incrementCount(),n.get(e).timeStart(),this._resizeForCanvasTarget(r);let a=this.deckPicker[t]({layers:this.layerManager.getLayers(o),views:this.viewManager.getViews(),viewports:this.getViewports({...o,canvasId:r}),onViewportActive:this.layerManager.activateViewport,effects:this.effectManager.getEffects(),...o,canvasId:r,canvasContext:s});return n.get(e).timeEnd(),a}_pick(t,e,o){z(this.deckPicker);let{stats:n}=this,r=this._isMultiCanvasMode()?o.canvasId||this._getDefaultCanvasId():o.canvasId,s=this._getCanvasContext(r)||void 0;n.get("Pick Count").incrementCount(),n.get(e).timeStart(),this._resizeForCanvasTarget(r);let a=this.deckPicker[t]({layers:this.layerManager.getLayers(o),views:this.viewManager.getViews(),viewports:this.getViewports({...o,canvasId:r}),onViewportActive:this.layerManager.activateViewport,effects:this.effectManager.getEffects(),...o,canvasId:r,canvasContext:s});return n.get(e).timeEnd(),a}_createCanvas(t){let e=t.canvas;return typeof e=="string"&&(e=document.getElementById(e),z(e)),e?this._ownedCanvas=null:(e=document.createElement("canvas"),e.id=t.id||"deckgl-overlay",t.width&&typeof t.width=="number"&&(e.width=t.width),t.height&&typeof t.height=="number"&&(e.height=t.height),(t.parent||document.body).appendChild(e),this._ownedCanvas=e),Object.assign(e.style,t.style),e}_isMultiCanvasMode(){return Array.isArray(this.props._canvases)}_getDefaultCanvasId(){return this._canvasManager.order[0]||he}_validateCanvasConfiguration(t){Array.isArray(t._canvases)&&(z(!t.canvas),z(!t.gl),z(!t.device?.canvasContext||t.device.getDefaultCanvasContext().offscreenCanvas))}_createEventManager(t){let e=new Ri(t,{touchAction:this.props.touchAction,recognizers:Object.keys(Ds).map(o=>{let[n,r,s,a]=Ds[o],c=this.props.eventRecognizerOptions?.[o],l={...r,...c,event:o};return{recognizer:new n(l),recognizeWith:s,requireFailure:a}}),events:{pointerdown:this._onPointerDown,pointermove:this._onPointerMove,pointerleave:this._onPointerMove}});for(let o in Ke)o==="dblclick"?e.watch(o,this._onEvent):e.on(o,this._onEvent);return e}_getEventRoot(t){return t.closest(".deck-events-root")||this.props.parent?.querySelector(".deck-events-root")||t}_syncCanvasTargets(){if(!this.device||!this._isMultiCanvasMode())return;this._canvasManager.syncCanvasEntries({device:this.device,canvases:this.props._canvases||[],useDevicePixels:this.props.useDevicePixels}),this.eventManagers=this._canvasManager.eventManagers;let t=this._getDefaultCanvasId();this.eventManager=this.eventManagers[t]||null,this.canvas=this._canvasManager.targets[t]?.canvas||null}_setCanvasContext(t){this._canvasContext=t,"style"in t.canvas&&(this.canvas=t.canvas)}_setDeviceCanvasContext(t,e={}){let o=t.getDefaultCanvasContext();this._setCanvasContext(o),this._setDeviceResizeHandler(t,e)}_setDeviceResizeHandler(t,e={}){let o=!!e.syncDrawingBuffer;if(this._deviceResizeHandler?.device===t){this._deviceResizeHandler.syncDrawingBuffer=o;return}this._restoreDeviceResizeHandler();let n=r=>{this._isMultiCanvasMode()?this._updateMultiCanvasDimensions():r===this._canvasContext&&this._canvasContext&&this._onCanvasContextResize(this._canvasContext,{syncDrawingBuffer:this._deviceResizeHandler?.syncDrawingBuffer})};t.props.onResize=n,this._deviceResizeHandler={device:t,onResize:n,syncDrawingBuffer:o}}_restoreDeviceResizeHandler(){let t=this._deviceResizeHandler;t&&t.device.props?.onResize===t.onResize&&(t.device.props.onResize=te),this._deviceResizeHandler=null}_setCanvasSize(t){if(this._isMultiCanvasMode()||!this.canvas)return;let{width:e,height:o}=t;if(e||e===0){let n=Number.isFinite(e)?`${e}px`:e;this.canvas.style.width=n}if(o||o===0){let n=Number.isFinite(o)?`${o}px`:o;this.canvas.style.position=t.style?.position||"absolute",this.canvas.style.height=n}}_getCanvasIdFromEvent(t){return this._canvasManager.getCanvasIdFromEvent(t?.rootElement)}_getCanvasContext(t){return this._canvasManager.getTarget(t)?.presentationContext||this._canvasContext}_resizeForCanvasTarget(t){let e=this._canvasManager.getTarget(t);if(!e||!this.device?.canvasContext)return;let[o,n]=e.presentationContext.getDrawingBufferSize();this.device.canvasContext.setDrawingBufferSize(o,n)}_createDeviceCanvas(t){if(this._isMultiCanvasMode()){let e=globalThis.OffscreenCanvas;if(!e)throw new Error("`_canvases` requires OffscreenCanvas support.");let o=typeof t.width=="number"&&Number.isFinite(t.width)?t.width:1,n=typeof t.height=="number"&&Number.isFinite(t.height)?t.height:1;return new e(o,n)}return this._createCanvas(t)}_updateCanvasSize(t=this._canvasContext){if(this._isMultiCanvasMode()){this._updateMultiCanvasDimensions();return}let{canvas:e}=this,[o,n]=t?t.getCSSSize():[e?.clientWidth??e?.width??0,e?.clientHeight??e?.height??0];(o!==this.width||n!==this.height)&&(this.width=o,this.height=n,this.viewManager?.setProps({width:o,height:n}),this.layerManager?.activateViewport(this.getViewports()[0]),this.props.onResize({width:o,height:n},t||void 0))}_onCanvasContextResize(t,e={}){if(e.syncDrawingBuffer){let{width:o,height:n}=t.canvas;t.setDrawingBufferSize(o,n)}this._needsRedraw="Canvas resized",this._updateCanvasSize(t)}_updateMultiCanvasDimensions(){let[t,e]=this._getCanvasContext()?.getCSSSize()||[0,0];(t!==this.width||e!==this.height)&&(this.width=t,this.height=e,this.props.onResize({width:t,height:e})),this._needsRedraw="Canvas resized",this.viewManager?.setNeedsUpdate("Canvas resized"),this.viewManager?.setProps({width:this.width,height:this.height})}_createAnimationLoop(t,e){let{gl:o,onError:n}=e;return new Ec({device:t,autoResizeDrawingBuffer:!o&&!Array.isArray(e._canvases),autoResizeViewport:!1,onInitialize:r=>this._setDevice(r.device),onRender:this._onRenderFrame.bind(this),onError:n})}_createDevice(t){let e=this.props.deviceProps?.createCanvasContext,o=typeof e=="object"?e:void 0,n={adapters:[],_cacheShaders:!0,_cachePipelines:!0,...t.deviceProps};n.adapters.includes(gn)||n.adapters.push(gn);let r={alphaMode:this.props.deviceProps?.type==="webgpu"?"premultiplied":void 0};return Hr.createDevice({_reuseDevices:!0,type:"webgl",...n,createCanvasContext:{...r,...o,canvas:this._createDeviceCanvas(t),useDevicePixels:this.props.useDevicePixels,autoResize:!0}})}_getViewState(){return this.props.viewState||this.viewState}_getViews(){let{views:t}=this.props,e=Array.isArray(t)?t:t?[t]:[new eh({id:"default-view"})];return e.length&&this.props.controller&&(e[0]=e[0].clone({controller:this.props.controller})),e}_onContextLost(){let{onError:t}=this.props;this.animationLoop&&t&&t(new Error("WebGL context is lost"))}_pickAndCallback(){let{_pickRequest:t}=this;if(t.event){let e=t.event,o=this.layerManager?.getLayers()||[],n=this._getPointPickOptions(t.x,t.y,{canvasId:t.canvasId,radius:t.radius,mode:t.mode},o),r=this._getInternalPickingMode(),s=++this._hoverPickSequence;if(t.event=null,t.canvasId=void 0,!r)return;if(r==="sync"){this._applyHoverCallbacks(this._pickPointSync(n),e);return}this._pickPointAsync(n).then(({result:a,emptyInfo:c})=>{s===this._hoverPickSequence&&this._applyHoverCallbacks({result:a,emptyInfo:c},e)}).catch(a=>this.props.onError?.(a))}}_updateCursor(){let t=this.props.getCursor(this.cursorState);if(this._isMultiCanvasMode()){for(let o of Object.values(this._canvasManager.targets))o.canvas.style.cursor=t;return}let e=this.props.parent||this.canvas;e&&(e.style.cursor=t)}_setDevice(t){if(this.device=t,this._validateInternalPickingMode(),!this.animationLoop)return;this._setDeviceCanvasContext(t,{syncDrawingBuffer:!!(this.props.gl&&this.props.device!==t)}),this._isMultiCanvasMode()?this._syncCanvasTargets():this.canvas&&!this.canvas.isConnected&&this.props.parent&&this.props.parent.insertBefore(this.canvas,this.props.parent.firstChild),this.device.type==="webgl"&&this.device.setParametersWebGL({blend:!0,blendFunc:[770,771,1,771],polygonOffsetFill:!0,depthTest:!0,depthFunc:515}),this.props.onDeviceInitialized(this.device),this.device.type==="webgl"&&this.props.onWebGLInitialized(this.device.gl);let e=new dn;if(e.play(),this.animationLoop.attachTimeline(e),!this._isMultiCanvasMode()){let r=this.canvas&&this._getEventRoot(this.canvas);z(r),this.eventManager=this._createEventManager(r),this.eventManagers={[he]:this.eventManager}}this.viewManager=new Qi({timeline:e,eventManager:this.eventManager,eventManagers:this.eventManagers,getCanvasContext:this._isMultiCanvasMode()?this.getCanvasContext.bind(this):void 0,onViewStateChange:this._onViewStateChange.bind(this),onInteractionStateChange:this._onInteractionStateChange.bind(this),pickPosition:this._pickPositionForController.bind(this),views:this._getViews(),viewState:this._getViewState(),width:this.width,height:this.height});let o=this.viewManager.getViewports()[0];this.layerManager=new Ji(this.device,{deck:this,stats:this.stats,viewport:o,timeline:e}),this.effectManager=new no({deck:this,device:this.device}),this.deckRenderer=new so(this.device,{stats:this.stats}),this.deckPicker=new ao(this.device,{stats:this.stats});let n=this.props.parent?.querySelector(".deck-widgets-root")||(this._isMultiCanvasMode()?this.props.parent||this.canvas?.parentElement:null)||this.canvas?.parentElement;this.widgetManager=new nr({deck:this,parentElement:n}),this.widgetManager.addDefault(new co),this.setProps({}),this._updateCanvasSize(this._canvasContext),this.props.onLoad()}_drawLayers(t,e){let{device:o,gl:n}=this.layerManager.context;this.props.onBeforeRender({device:o,gl:n});let r={target:this.props._framebuffer,layers:this.layerManager.getLayers(),viewports:this.viewManager.getViewports(),onViewportActive:this.layerManager.activateViewport,views:this.viewManager.getViews(),pass:"screen",effects:this.effectManager.getEffects(),...e};if(this._isMultiCanvasMode()&&r.pass==="screen"&&!r.target&&this._canvasManager.order.length)for(let s of this._canvasManager.order){let a=r.viewports.filter(f=>this.viewManager.getCanvasId(f.id)===s);if(!a.length){let f=this._canvasManager.targets[s];this._resizeForCanvasTarget(s),this.deckRenderer?.renderLayers({...r,canvasContext:f.presentationContext,target:f.presentationContext.getCurrentFramebuffer(),viewports:[],clearCanvas:!0}),f.presentationContext.present();continue}let c=this._canvasManager.targets[s];this._resizeForCanvasTarget(s);let l=c.presentationContext.getCurrentFramebuffer();this.deckRenderer?.renderLayers({...r,canvasContext:c.presentationContext,target:l,viewports:a}),c.presentationContext.present()}else this.deckRenderer?.renderLayers(r);r.pass==="screen"&&this.widgetManager.onRedraw({viewports:r.viewports,layers:r.layers}),this.props.onAfterRender({device:o,gl:n})}_onRenderFrame(){this._getFrameStats(),this._metricsCounter++%60===0&&(this._getMetrics(),this.stats.reset(),A.table(4,this.metrics)(),this.props._onMetrics&&this.props._onMetrics(this.metrics)),this._updateCursor(),this.layerManager.updateLayers(),this._pickAndCallback(),this.redraw(),this.viewManager&&this.viewManager.updateViewStates()}_onViewStateChange(t){let e=this.props.onViewStateChange(t)||t.viewState;this.viewState&&(this.viewState={...this.viewState,[t.viewId]:e},this.props.viewState||this.viewManager&&this.viewManager.setProps({viewState:this.viewState}))}_onInteractionStateChange(t){this.cursorState.isDragging=t.isDragging||!1,this.props.onInteractionStateChange(t)}_getFrameStats(){let{stats:t}=this;t.get("frameRate").timeEnd(),t.get("frameRate").timeStart();let e=this.animationLoop.stats;t.get("GPU Time").addTime(e.get("GPU Time").lastTiming),t.get("CPU Time").addTime(e.get("CPU Time").lastTiming)}_getMetrics(){let{metrics:t,stats:e}=this;t.fps=e.get("frameRate").getHz(),t.setPropsTime=e.get("setProps Time").time,t.updateAttributesTime=e.get("Update Attributes").time,t.framesRedrawn=e.get("Redraw Count").count,t.pickTime=e.get("pickObject Time").time+e.get("pickMultipleObjects Time").time+e.get("pickObjects Time").time,t.pickCount=e.get("Pick Count").count,t.layersCount=this.layerManager?.layers.length??0,t.drawLayersCount=e.get("Layers rendered").lastSampleCount,t.pickLayersCount=e.get("Layers picked").lastSampleCount,t.updateLayersCount=e.get("Layer updates").count,t.updateAttributesCount=e.get("Attributes updated").count,t.gpuTime=e.get("GPU Time").time,t.cpuTime=e.get("CPU Time").time,t.gpuTimePerFrame=e.get("GPU Time").getAverageTime(),t.cpuTimePerFrame=e.get("CPU Time").getAverageTime();let o=Hr.stats.get("GPU Time and Memory");t.bufferMemory=o.get("Buffer Memory").count,t.textureMemory=o.get("Texture Memory").count,t.renderbufferMemory=o.get("Renderbuffer Memory").count,t.gpuMemory=o.get("GPU Memory").count}};uo.defaultProps=yh;uo.VERSION=mh;var Cv=uo;var Da=Math.PI/180;function Ev({height:i,focalDistance:t,orbitAxis:e,rotationX:o,rotationOrbit:n,zoom:r}){let s=e==="Z"?[0,0,1]:[0,1,0],a=e==="Z"?[0,-t,0]:[0,0,t],c=new W().lookAt({eye:a,up:s});c.rotateX(o*Da),e==="Z"?c.rotateZ(n*Da):c.rotateY(n*Da);let l=Math.pow(2,r)/i;return c.scale(l),c}var cr=class extends fe{constructor(t){let{height:e,projectionMatrix:o,fovy:n=50,orbitAxis:r="Z",target:s=[0,0,0],rotationX:a=0,rotationOrbit:c=0,zoom:l=0}=t,f=o?o[5]/2:Ce(n);super({...t,longitude:void 0,viewMatrix:Ev({height:e||1,focalDistance:f,orbitAxis:r,rotationX:a,rotationOrbit:c,zoom:l}),fovy:n,focalDistance:f,position:s,zoom:l}),this.target=s,this.orbitAxis=r,this.rotationX=a,this.rotationOrbit=c,this.fovy=n,this.projectedCenter=this.project(this.center)}unproject(t,{topLeft:e=!0}={}){let[o,n,r=this.projectedCenter[2]]=t,s=e?n:this.height-n,[a,c,l]=vt([o,s,r],this.pixelUnprojectionMatrix);return[a,c,l]}panByPosition(t,e,o){let n=this.project(t),{near:r,far:s}=Wf(this.projectionMatrix),a=r*s/(s-n[2]*(s-r)),c=r*s/(s-this.projectedCenter[2]*(s-r)),l=a/c,f=[this.width/2+(n[0]-e[0])*l,this.height/2+(n[1]-e[1])*l,this.projectedCenter[2]];return{target:this.unproject(f)}}};cr.displayName="OrbitViewport";var xh=cr;var Ba=class extends Jt{constructor(t){let{width:e,height:o,rotationX:n=0,rotationOrbit:r=0,target:s=[0,0,0],zoom:a=0,minRotationX:c=-90,maxRotationX:l=90,minZoom:f=-1/0,maxZoom:h=1/0,maxBounds:u=null,maxBoundsPadding:d=null,startPanPosition:p,startRotatePos:g,startRotationX:m,startRotationOrbit:v,startZoomPosition:_,startZoom:y}=t;super({width:e,height:o,rotationX:n,rotationOrbit:r,target:s,zoom:a,minRotationX:c,maxRotationX:l,minZoom:f,maxZoom:h,maxBounds:u,maxBoundsPadding:d},{startPanPosition:p,startRotatePos:g,startRotationX:m,startRotationOrbit:v,startZoomPosition:_,startZoom:y},t.makeViewport),this.unproject3D=t.unproject3D}panStart({pos:t}){return this._getUpdatedState({startPanPosition:this._unproject(t)})}pan({pos:t,startPosition:e}){let o=this.getState().startPanPosition||e;if(!o)return this;let r=this.makeViewport(this.getViewportProps()).panByPosition(o,t);return this._getUpdatedState(r)}panEnd(){return this._getUpdatedState({startPanPosition:null})}rotateStart({pos:t}){return this._getUpdatedState({startRotatePos:t,startRotationX:this.getViewportProps().rotationX,startRotationOrbit:this.getViewportProps().rotationOrbit})}rotate({pos:t,deltaAngleX:e=0,deltaAngleY:o=0}){let{startRotatePos:n,startRotationX:r,startRotationOrbit:s}=this.getState(),{width:a,height:c}=this.getViewportProps();if(!n||r===void 0||s===void 0)return this;let l;if(t){let f=(t[0]-n[0])/a,h=(t[1]-n[1])/c;(r<-90||r>90)&&(f*=-1),l={rotationX:r+h*180,rotationOrbit:s+f*180}}else l={rotationX:r+o,rotationOrbit:s+e};return this._getUpdatedState(l)}rotateEnd(){return this._getUpdatedState({startRotationX:null,startRotationOrbit:null})}shortestPathFrom(t){let e=t.getViewportProps(),o={...this.getViewportProps()},{rotationOrbit:n}=o;return Math.abs(n-e.rotationOrbit)>180&&(o.rotationOrbit=n<0?n+360:n-360),o}zoomStart({pos:t}){return this._getUpdatedState({startZoomPosition:this._unproject(t),startZoom:this.getViewportProps().zoom})}zoom({pos:t,startPos:e,scale:o}){let{startZoom:n,startZoomPosition:r}=this.getState();if(r||(n=this.getViewportProps().zoom,r=this._unproject(e||t)),!r)return this;let s=this._calculateNewZoom({scale:o,startZoom:n}),a=this.makeViewport({...this.getViewportProps(),zoom:s});return this._getUpdatedState({zoom:s,...a.panByPosition(r,t)})}zoomEnd(){return this._getUpdatedState({startZoomPosition:null,startZoom:null})}zoomIn(t=2){return this._getUpdatedState({zoom:this._calculateNewZoom({scale:t})})}zoomOut(t=2){return this._getUpdatedState({zoom:this._calculateNewZoom({scale:1/t})})}moveLeft(t=50){return this._panFromCenter([-t,0])}moveRight(t=50){return this._panFromCenter([t,0])}moveUp(t=50){return this._panFromCenter([0,-t])}moveDown(t=50){return this._panFromCenter([0,t])}rotateLeft(t=15){return this._getUpdatedState({rotationOrbit:this.getViewportProps().rotationOrbit-t})}rotateRight(t=15){return this._getUpdatedState({rotationOrbit:this.getViewportProps().rotationOrbit+t})}rotateUp(t=10){return this._getUpdatedState({rotationX:this.getViewportProps().rotationX-t})}rotateDown(t=10){return this._getUpdatedState({rotationX:this.getViewportProps().rotationX+t})}_project(t){return this.makeViewport(this.getViewportProps()).project(t)}_unproject(t){let e=this.unproject3D?.(t);return e||this.makeViewport(this.getViewportProps()).unproject(t)}_calculateNewZoom({scale:t,startZoom:e}){e===void 0&&(e=this.getViewportProps().zoom);let o=e+Math.log2(t);return this._constrainZoom(o)}_panFromCenter(t){let{target:e}=this.getViewportProps(),o=this._project(e);return this.pan({startPosition:e,pos:[o[0]+t[0],o[1]+t[1]]})}_getUpdatedState(t){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t})}applyConstraints(t){let{maxRotationX:e,minRotationX:o,rotationOrbit:n}=t;return t.zoom=this._constrainZoom(t.zoom,t),t.rotationX=D(t.rotationX,o,e),(n<-180||n>180)&&(t.rotationOrbit=Ki(n+180,360)-180),t.target=this._constrainTarget(t),t}_constrainZoom(t,e){e||(e=this.getViewportProps());let{maxZoom:o,maxBounds:n}=e,{minZoom:r}=e;if(n&&e.width>0&&e.height>0){let s=Qt(e.width,e.height,e.maxBoundsPadding),a=[];if(s.width>0||s.height>0){let c=this.makeViewport({...e,zoom:t}),l=fi(c,e.target,s);s.width>0&&a.push(l.left,l.right),s.height>0&&a.push(l.top,l.bottom);let f=Math.min(...a)*2,h=n[1][0]-n[0][0],u=n[1][1]-n[0][1],d=(n[1][2]??0)-(n[0][2]??0),p=Math.sqrt(h*h+u*u+d*d);f>0&&p>0&&(r=Math.max(r,Math.log2(f/p)),r>o&&(r=o))}}return D(t,r,o)}_constrainTarget(t){let{target:e,maxBounds:o}=t;if(!o)return e;let n=Qt(t.width,t.height,t.maxBoundsPadding);if(n.width<0||n.height<0)return e;let[[r,s,a=0],[c,l,f=0]]=o;if(e[0]>=r&&e[0]<=c&&e[1]>=s&&e[1]<=l&&e[2]>=a&&e[2]<=f)return e;let h=this.makeViewport?.(t);if(h){let{cameraPosition:u}=h,d=u[0]-e[0],p=u[1]-e[1],g=u[2]-e[2],m=d*e[0]+p*e[1]+g*e[2],v=d*(d>=0?r:c)+p*(p>=0?s:l)+g*(g>=0?a:f),_=d*(d>=0?c:r)+p*(p>=0?l:s)+g*(g>=0?f:a);if((d||p||g)&&m>=v&&m<=_){let y=T=>D(T,r,c),x=T=>D(T,s,l),P=T=>D(T,a,f),w=T=>d*y(e[0]-T*d)+p*x(e[1]-T*p)+g*P(e[2]-T*g)-m,E=-1,S=1,C=w(E),b=w(S);for(;C<0;)S=E,b=C,E*=2,C=w(E);for(;b>0;)E=S,C=b,S*=2,b=w(S);for(let T=0;T<30;T++){let L=(E+S)/2;w(L)>0?E=L:S=L}let I=(E+S)/2;return[y(e[0]-I*d),x(e[1]-I*p),P(e[2]-I*g)]}}return[D(e[0],r,c),D(e[1],s,l),D(e[2],a,f)]}},po=class extends Kt{constructor(){super(...arguments),this.ControllerState=Ba,this.transition={transitionDuration:300,transitionInterpolator:new It({transitionProps:{compare:["target","zoom","rotationX","rotationOrbit"],required:["target","zoom"]}})},this._unproject3D=t=>{if(this.pickPosition){let{x:e,y:o}=this.props,n=this.pickPosition(e+t[0],o+t[1]);if(n&&n.coordinate)return n.coordinate}return null}}setProps(t){t.unproject3D=this._unproject3D,super.setProps(t)}};var lr=class extends Xt{constructor(t={}){super(t),this.props.orbitAxis=t.orbitAxis||"Z"}getViewportType(){return xh}get ControllerType(){return po}};lr.displayName="OrbitView";var Mv=lr;var Tv=new W().lookAt({eye:[0,0,1]});function Lv({width:i,height:t,near:e,far:o,padding:n}){let r=-i/2,s=i/2,a=-t/2,c=t/2;if(n){let{left:l=0,right:f=0,top:h=0,bottom:u=0}=n,d=D((l+i-f)/2,0,i)-i/2,p=D((h+t-u)/2,0,t)-t/2;r-=d,s-=d,a+=p,c+=p}return new W().ortho({left:r,right:s,bottom:a,top:c,near:e,far:o})}var fr=class extends fe{constructor(t){let{width:e,height:o,near:n=.1,far:r=1e3,zoom:s=0,target:a=[0,0,0],padding:c=null,flipY:l=!0}=t,f=t.zoomX??(Array.isArray(s)?s[0]:s),h=t.zoomY??(Array.isArray(s)?s[1]:s),u=Number.isFinite(t.zoom)?t.zoom:Math.min(f,h),d=Math.pow(2,u),p;if(f!==u||h!==u){let g=Math.pow(2,f),m=Math.pow(2,h);p={unitsPerMeter:[g/d,m/d,1],metersPerUnit:[d/g,d/m,1]}}super({...t,longitude:void 0,position:a,viewMatrix:Tv.clone().scale([d,d*(l?-1:1),d]),projectionMatrix:Lv({width:e||1,height:o||1,padding:c,near:n,far:r}),zoom:u,distanceScales:p}),this.target=a,this.zoomX=f,this.zoomY=h,this.flipY=l}projectFlat([t,e]){let{unitsPerMeter:o}=this.distanceScales;return[t*o[0],e*o[1]]}unprojectFlat([t,e]){let{metersPerUnit:o}=this.distanceScales;return[t*o[0],e*o[1]]}panByPosition(t,e,o){let n=vt(e,this.pixelUnprojectionMatrix),r=this.projectFlat(t),s=tt.add([],r,tt.negate([],n)),a=tt.add([],this.center,s);return{target:this.unprojectFlat(a)}}};fr.displayName="OrthographicViewport";var vh=fr;var _h=1;function Na({zoom:i=0,zoomX:t,zoomY:e}){return t=t??(Array.isArray(i)?i[0]:i),e=e??(Array.isArray(i)?i[1]:i),{zoomX:t,zoomY:e}}function Av(i,t,e,o,n){let r=i[0][t]+e,s=i[1][t]-o,a=(r+s)/2;return{minimum:r,maximum:s,midpoint:a,settledTarget:Number.isFinite(e)&&Number.isFinite(o)&&r<=s?D(n,r,s):a}}var ja=class extends Jt{constructor(t){let{width:e,height:o,target:n=[0,0,0],zoom:r=0,zoomAxis:s="all",minZoom:a=-1/0,maxZoom:c=1/0,minZoomX:l=a,maxZoomX:f=c,minZoomY:h=a,maxZoomY:u=c,maxBounds:d=null,maxBoundsPadding:p=null,rubberBand:g=!1,startPanPosition:m,startZoomPosition:v,startZoom:_}=t,{[wt]:y}=t,{zoomX:x,zoomY:P}=Na(t);super({width:e,height:o,target:n,zoom:r,zoomX:x,zoomY:P,zoomAxis:s,minZoomX:l,maxZoomX:f,minZoomY:h,maxZoomY:u,maxBounds:d,maxBoundsPadding:p,rubberBand:g,[wt]:y},{startPanPosition:m,startZoomPosition:v,startZoom:_},t.makeViewport,t.constraintContext)}panStart({pos:t},e){return this._getUpdatedState({startPanPosition:this._unproject(t)},e)}pan({pos:t,startPosition:e},o){let n=this.getState().startPanPosition||e;if(!n)return this;let s=this.makeViewport(this.getViewportProps()).panByPosition(n,t);return this._getUpdatedState(s,o)}panEnd(t){return this._getUpdatedState({startPanPosition:null},t)}rotateStart(){return this}rotate(){return this}rotateEnd(){return this}shortestPathFrom(t){let e=t.getViewportProps();return{...this.getViewportProps()}}zoomStart({pos:t},e){let{zoomX:o,zoomY:n}=this.getViewportProps();return this._getUpdatedState({startZoomPosition:this._unproject(t),startZoom:[o,n]},e)}zoom({pos:t,startPos:e,scale:o},n){let{startZoom:r,startZoomPosition:s}=this.getState();if(!s){let{zoomX:c,zoomY:l}=this.getViewportProps();r=[c,l],s=this._unproject(e||t)}if(!s)return this;let a=this._calculateNewZoom({scale:o,startZoom:r});return this._getUpdatedState({...a,[wt]:{position:s,screenPosition:t}},n)}zoomEnd(t){return this._getUpdatedState({startZoomPosition:null,startZoom:null},t)}zoomIn(t=2,e){return this._getUpdatedState(this._calculateNewZoom({scale:t}),e)}zoomOut(t=2,e){return this._getUpdatedState(this._calculateNewZoom({scale:1/t}),e)}moveLeft(t=50,e){return this._panFromCenter([-t,0],e)}moveRight(t=50,e){return this._panFromCenter([t,0],e)}moveUp(t=50,e){return this._panFromCenter([0,-t],e)}moveDown(t=50,e){return this._panFromCenter([0,t],e)}rotateLeft(t=15){return this}rotateRight(t=15){return this}rotateUp(t=10){return this}rotateDown(t=10){return this}_project(t){return this.makeViewport(this.getViewportProps()).project(t)}_unproject(t){let e=this.makeViewport(this.getViewportProps()),[o,n]=e.unproject(t);return[o,n]}_calculateNewZoom({scale:t,startZoom:e}){let{zoomX:o,zoomY:n,zoomAxis:r}=this.getViewportProps();e===void 0&&(e=[o,n]);let s=Math.log2(t),[a,c]=e;switch(r){case"X":a+=s;break;case"Y":c+=s;break;default:a+=s,c+=s}return{zoomX:a,zoomY:c}}_panFromCenter(t,e){let{target:o}=this.getViewportProps(),n=this._project(o);return this.pan({startPosition:o,pos:[n[0]+t[0],n[1]+t[1]]},e)}_getUpdatedState(t,e){return new this.constructor({makeViewport:this.makeViewport,...this.getViewportProps(),...this.getState(),...t,constraintContext:e})}applyConstraints(t,e){let o=t,n=o[wt];delete o[wt];let r=Na(t),s=this._constrainZoom(r,t),a=t.rubberBand&&e?.mode==="elastic",{zoomX:c,zoomY:l}=e?.mode==="preserve"?r:a?{zoomX:ue(r.zoomX,s.zoomX,_h),zoomY:ue(r.zoomY,s.zoomY,_h)}:s;if(t.zoomX=c,t.zoomY=l,n){let d=this.makeViewport({...t,zoomX:c,zoomY:l});Object.assign(t,d.panByPosition(n.position,n.screenPosition))}t.zoom=Array.isArray(t.zoom)||t.zoomX!==t.zoomY?[t.zoomX,t.zoomY]:t.zoomX;let{maxBounds:f,rubberBand:h,target:u}=t;if(f){let d=Qt(t.width,t.height,t.maxBoundsPadding),p=this.makeViewport(t),g=fi(p,u,d),m=p.project(u),v=[0,1].map(P=>{let w=u.slice();w[P]+=1;let E=p.project(w)[P]-m[P];return Number.isFinite(E)?E:2**(P===0?c:l)*(P===0?1:-1)}),_=v.map((P,w)=>{let E=w===0?g.left:g.top,S=w===0?g.right:g.bottom,C=Math.abs(P);return P>=0?[E/C,S/C]:[S/C,E/C]}),y=u.slice(),x=[d.width,d.height];for(let[P,[w,E]]of _.entries()){if(x[P]<0)continue;let{minimum:S,maximum:C,midpoint:b,settledTarget:I}=Av(f,P,w,E,u[P]);if(e?.mode!=="preserve"&&h&&(!Number.isFinite(w)||!Number.isFinite(E))){y[P]=b;continue}let T=h?I:D(u[P],S,C);y[P]=e?.mode==="preserve"?u[P]:a?ue(u[P],T,(P===0?d.width:d.height)/2/Math.abs(v[P])):T}(y[0]!==u[0]||y[1]!==u[1])&&(t.target=y)}return t}_constrainZoom({zoomX:t,zoomY:e},o){o||(o=this.getViewportProps());let{zoomAxis:n,maxZoomX:r,maxZoomY:s,maxBounds:a}=o,{minZoomX:c,minZoomY:l}=o;if(a!==null&&o.width>0&&o.height>0){let h=Qt(o.width,o.height,o.maxBoundsPadding),u=a[0],d=a[1],p=d[0]-u[0],g=d[1]-u[1];h.width>0&&Number.isFinite(p)&&p>0&&(c=Math.max(c,Math.log2(h.width/p)),c>r&&(c=r)),h.height>0&&Number.isFinite(g)&&g>0&&(l=Math.max(l,Math.log2(h.height/g)),l>s&&(l=s))}switch(n){case"X":t=D(t,c,r);break;case"Y":e=D(e,l,s);break;default:let h=Math.min(r-t,s-e,0);h===0&&(h=Math.max(c-t,l-e,0)),h!==0&&(t+=h,e+=h)}return{zoomX:t,zoomY:e}}},go=class extends Kt{constructor(){super(...arguments),this.ControllerState=ja,this.transition={transitionDuration:300,transitionInterpolator:new It(["target","zoomX","zoomY"])},this.dragMode="pan"}setProps(t){Object.assign(t,Na(t)),super.setProps(t)}_onMultiPanStart(t){return this.multiTouchDrag==="pan"&&super._onMultiPanStart(t)}_onPanRotate(){return!1}};var hr=class extends Xt{constructor(t={}){super(t)}getViewportType(){return vh}get ControllerType(){return go}};hr.displayName="OrthographicView";var Iv=hr;var Ph=[0,0,0];function Fa(i,t,e=!1){let o=t.projectPosition(i);if(e&&t instanceof Ae){let[n,r,s=0]=i,a=t.getDistanceScales([n,r]);o[2]=s*a.unitsPerMeter[2]}return o}function Ov(i){let{viewport:t,modelMatrix:e,coordinateOrigin:o}=i,{coordinateSystem:n,fromCoordinateSystem:r,fromCoordinateOrigin:s}=i;return n==="default"&&(n=t.isGeospatial?"lnglat":"cartesian"),r===void 0?r=n:r==="default"&&(r=t.isGeospatial?"lnglat":"cartesian"),s===void 0&&(s=o),{viewport:t,coordinateSystem:n,coordinateOrigin:o,modelMatrix:e,fromCoordinateSystem:r,fromCoordinateOrigin:s}}function ur(i,{viewport:t,modelMatrix:e,coordinateSystem:o,coordinateOrigin:n,offsetMode:r}){let[s,a,c=0]=i;switch(e&&([s,a,c]=kt.transformMat4([],[s,a,c,1],e)),o){case"default":return ur(i,{viewport:t,modelMatrix:e,coordinateSystem:t.isGeospatial?"lnglat":"cartesian",coordinateOrigin:n,offsetMode:r});case"lnglat":return Fa([s,a,c],t,r);case"lnglat-offsets":return Fa([s+n[0],a+n[1],c+(n[2]||0)],t,r);case"meter-offsets":return Fa(Bi(n,[s,a,c]),t,r);case"cartesian":return t.isGeospatial?[s+n[0],a+n[1],c+n[2]]:t.projectPosition([s,a,c]);default:throw new Error(`Invalid coordinateSystem: ${o}`)}}function wh(i,t){let{viewport:e,coordinateSystem:o,coordinateOrigin:n,modelMatrix:r,fromCoordinateSystem:s,fromCoordinateOrigin:a}=Ov(t),{autoOffset:c=!0}=t,{geospatialOrigin:l=Ph,shaderCoordinateOrigin:f=Ph,offsetMode:h=!1}=c?Bs(e,o,n):{},u=ur(i,{viewport:e,modelMatrix:r,coordinateSystem:s,coordinateOrigin:a,offsetMode:h});if(h){let d=e.projectPosition(l||f);We.sub(u,u,d)}return u}function bh(i){switch(i){case"float64":return Float64Array;case"uint8":case"unorm8":return Uint8ClampedArray;default:return wc(i)}}var Sh=Zr.getDataType.bind(Zr);function mo(i,t,e){if(t.size>4)return null;let o=e==="webgpu"&&t.type==="uint8"?"unorm8":t.type,n=t.size,r=!!(e!=="webgpu"&&n===3&&o&&["uint8","sint8","unorm8","snorm8","uint16","sint16","unorm16","snorm16"].includes(o));return{attribute:i,format:n>1?`${o}x${n}${r?"-webgl":""}`:t.type,byteOffset:t.offset||0}}function bt(i){return i.stride||i.size*i.bytesPerElement}function Ch(i,t){return i.type===t.type&&i.size===t.size&&bt(i)===bt(t)&&(i.offset||0)===(t.offset||0)}function Ua(i,t){t.offset&&A.removed("shaderAttribute.offset","vertexOffset, elementOffset")();let e=bt(i),o=t.vertexOffset!==void 0?t.vertexOffset:i.vertexOffset||0,n=t.elementOffset||0,r=o*e+n*i.bytesPerElement+(i.offset||0);return{...t,offset:r,stride:e}}function Rv(i,t){let e=Ua(i,t);return{high:e,low:{...e,offset:e.offset+i.size*4}}}var yo=class{constructor(t,e,o){this._buffer=null,this.device=t,this.id=e.id||"",this.size=e.size||1;let n=e.logicalType||e.type,r=n==="float64",{defaultValue:s}=e;s=Number.isFinite(s)?[s]:s||new Array(this.size).fill(0);let a;r?a="float32":!n&&e.isIndexed?a="uint32":a=n||"float32";let c=bh(n||a);this.doublePrecision=r,r&&e.fp64===!1&&(c=Float32Array),this.value=null,this.settings={...e,defaultType:c,defaultValue:s,logicalType:n,type:a,normalized:a.includes("norm"),size:this.size,bytesPerElement:c.BYTES_PER_ELEMENT},this.state={...o,externalBuffer:null,bufferAccessor:this.settings,allocatedValue:null,numInstances:0,bounds:null,constant:!1}}get isConstant(){return this.state.constant}get buffer(){return this._buffer}get byteOffset(){let t=this.getAccessor();return t.vertexOffset?t.vertexOffset*bt(t):0}get numInstances(){return this.state.numInstances}set numInstances(t){this.state.numInstances=t}get isDoublePrecisionBuffer(){return this._shouldSplitDoublePrecisionValue(this.value)}delete(){this._buffer&&(this._buffer.delete(),this._buffer=null),Lt.release(this.state.allocatedValue),this.state.allocatedValue=null}getBuffer(){return this.state.constant&&this.device.type!=="webgpu"?null:this.state.externalBuffer||this._buffer}getValue(t=this.id,e=null){let o={};if(this.state.constant){let n=this.value;if(this.device.type==="webgpu"&&this._buffer)o[t]=this._buffer;else if(e){let r=Ua(this.getAccessor(),e),s=r.offset/n.BYTES_PER_ELEMENT,a=r.size||this.size;o[t]=n.subarray(s,s+a)}else o[t]=n}else o[t]=this.getBuffer();return this.doublePrecision&&(this.isDoublePrecisionBuffer?o[`${t}64Low`]=o[t]:o[`${t}64Low`]=new Float32Array(this.size)),o}_getBufferLayout(t=this.id,e=null){let o=this.getAccessor(),n=[],r={name:this.id,byteStride:this.device.type==="webgpu"&&this.state.constant?0:bt(o)};if(this.doublePrecision){let s=Rv(o,e||{});n.push(mo(t,{...o,...s.high},this.device.type),mo(`${t}64Low`,{...o,...s.low},this.device.type))}else if(e){let s=Ua(o,e);n.push(mo(t,{...o,...s},this.device.type))}else n.push(mo(t,o,this.device.type));return r.attributes=n.filter(Boolean),r}setAccessor(t){this.state.bufferAccessor=t}getAccessor(){return this.state.bufferAccessor}getBounds(){if(this.state.bounds)return this.state.bounds;let t=null;if(this.state.constant&&this.value){let e=Array.from(this.value);t=[e,e]}else{let{value:e,numInstances:o,size:n}=this,r=o*n;if(e&&r&&e.length>=r){let s=new Array(n).fill(1/0),a=new Array(n).fill(-1/0);for(let c=0;c<r;)for(let l=0;l<n;l++){let f=e[c++];f<s[l]&&(s[l]=f),f>a[l]&&(a[l]=f)}t=[s,a]}}return this.state.bounds=t,t}setData(t){let{state:e}=this,o;ArrayBuffer.isView(t)?o={value:t}:t instanceof K?o={buffer:t}:o=t;let n={...this.settings,...o};if(ArrayBuffer.isView(o.value)){if(!o.type)if(this.doublePrecision&&o.value instanceof Float64Array)n.type="float32";else{let s=Sh(o.value);n.type=n.normalized?s.replace("int","norm"):s}n.bytesPerElement=o.value.BYTES_PER_ELEMENT,n.stride=bt(n)}if(e.bounds=null,o.constant){let r=o.value;if(r=this._normalizeValue(r,[],0),this.settings.normalized&&(r=this.normalizeConstant(r)),!(!e.constant||!this._areValuesEqual(r,this.value)))return!1;e.externalBuffer=null,e.constant=!0,this.value=ArrayBuffer.isView(r)?r:new Float32Array(r)}else if(o.buffer){let r=o.buffer;e.externalBuffer=r,e.constant=!1,this.value=o.value||null}else if(o.value){this._checkExternalBuffer(o);let r=o.value,s=r;e.externalBuffer=null,e.constant=!1,this.value=r,this._shouldSplitDoublePrecisionValue(s)&&(s=li(s,n),r instanceof Float32Array&&(n.stride=n.size*2*Float32Array.BYTES_PER_ELEMENT));let{buffer:a}=this,c=bt(n),l=(n.vertexOffset||0)*c;if(this.settings.isIndexed){let h=this.settings.defaultType;s.constructor!==h&&(s=new h(s))}let f=s.byteLength+l+c*2;(!a||a.byteLength<f)&&(a=this._createBuffer(f)),a.write(s,l)}return this.setAccessor(n),!0}updateSubBuffer(t={}){this.state.bounds=null;let e=this.value,{startOffset:o=0,endOffset:n}=t,r=this._shouldSplitDoublePrecisionValue(e);this.buffer.write(r?li(e,{size:this.size,startIndex:o,endIndex:n}):e.subarray(o,n),o*(r?8:e.BYTES_PER_ELEMENT)+this.byteOffset)}allocate(t,e=!1){let{state:o}=this,n=o.allocatedValue,r=Lt.allocate(n,t+1,{size:this.size,type:this.settings.defaultType,copy:e});this.value=r;let s=this._shouldSplitDoublePrecisionValue(r),a=s&&r instanceof Float32Array?{...this.settings,stride:this.size*2*Float32Array.BYTES_PER_ELEMENT}:this.settings;this.setAccessor(a);let{byteOffset:c}=this,{buffer:l}=this,f=r.byteLength*(s&&r instanceof Float32Array?2:1);return(!l||l.byteLength<f+c)&&(l=this._createBuffer(f+c),e&&n&&l.write(this._shouldSplitDoublePrecisionValue(n)?li(n,this):n,c)),o.allocatedValue=r,o.constant=!1,o.externalBuffer=null,!0}_shouldSplitDoublePrecisionValue(t){return!!(this.doublePrecision&&(t instanceof Float64Array||this.device.type==="webgpu"&&t instanceof Float32Array))}_checkExternalBuffer(t){let{value:e}=t;if(!ArrayBuffer.isView(e))throw new Error(`Attribute ${this.id} value is not TypedArray`);let o=this.settings.defaultType,n=!1;if(this.doublePrecision&&(n=e.BYTES_PER_ELEMENT<4),n)throw new Error(`Attribute ${this.id} does not support ${e.constructor.name}`);!(e instanceof o)&&this.settings.normalized&&!("normalized"in t)&&A.warn(`Attribute ${this.id} is normalized`)()}normalizeConstant(t){switch(this.settings.type){case"snorm8":return new Float32Array(t).map(e=>(e+128)/255*2-1);case"snorm16":return new Float32Array(t).map(e=>(e+32768)/65535*2-1);case"unorm8":return new Float32Array(t).map(e=>e/255);case"unorm16":return new Float32Array(t).map(e=>e/65535);default:return t}}_normalizeValue(t,e,o){let{defaultValue:n,size:r}=this.settings;if(Number.isFinite(t))return e[o]=t,e;if(!t){let s=r;for(;--s>=0;)e[o+s]=n[s];return e}switch(r){case 4:e[o+3]=Number.isFinite(t[3])?t[3]:n[3];case 3:e[o+2]=Number.isFinite(t[2])?t[2]:n[2];case 2:e[o+1]=Number.isFinite(t[1])?t[1]:n[1];case 1:e[o+0]=Number.isFinite(t[0])?t[0]:n[0];break;default:let s=r;for(;--s>=0;)e[o+s]=Number.isFinite(t[s])?t[s]:n[s]}return e}_areValuesEqual(t,e){if(!t||!e)return!1;let{size:o}=this;for(let n=0;n<o;n++)if(t[n]!==e[n])return!1;return!0}_createBuffer(t){this._buffer&&this._buffer.destroy();let{isIndexed:e,type:o}=this.settings,n=this.device.type==="webgpu"&&!e?K.VERTEX|K.STORAGE|K.COPY_DST|K.COPY_SRC:(e?K.INDEX:K.VERTEX)|K.COPY_DST;return this._buffer=this.device.createBuffer({...this._buffer?.props,id:this.id,usage:n,indexType:e?o:void 0,byteLength:t}),this._buffer}};var Eh=[],Mh=[];function gt(i,t=0,e=1/0){let o=Eh,n={index:-1,data:i,target:[]};return i?typeof i[Symbol.iterator]=="function"?o=i:i.length>0&&(Mh.length=i.length,o=Mh):o=Eh,(t>0||Number.isFinite(e))&&(o=(Array.isArray(o)?o:Array.from(o)).slice(t,e),n.index=t-1),{iterable:o,objectInfo:n}}function dr(i){return i&&i[Symbol.asyncIterator]}function pr(i,t){let{size:e,stride:o,offset:n,startIndices:r,nested:s}=t,a=i.BYTES_PER_ELEMENT,c=o?o/a:e,l=n?n/a:0,f=Math.floor((i.length-l)/c);return(h,{index:u,target:d})=>{if(!r){let v=u*c+l;for(let _=0;_<e;_++)d[_]=i[v+_];return d}let p=r[u],g=r[u+1]||f,m;if(s){m=new Array(g-p);for(let v=p;v<g;v++){let _=v*c+l;d=new Array(e);for(let y=0;y<e;y++)d[y]=i[_+y];m[v-p]=d}}else if(c===e)m=i.subarray(p*e+l,g*e+l);else{m=new i.constructor((g-p)*e);let v=0;for(let _=p;_<g;_++){let y=_*c+l;for(let x=0;x<e;x++)m[v++]=i[y+x]}}return m}}var Th=[],xo=[[0,1/0]];function Lh(i,t){if(i===xo||(t[0]<0&&(t[0]=0),t[0]>=t[1]))return i;let e=[],o=i.length,n=0;for(let r=0;r<o;r++){let s=i[r];s[1]<t[0]?(e.push(s),n=r+1):s[0]>t[1]?e.push(s):t=[Math.min(s[0],t[0]),Math.max(s[1],t[1])]}return e.splice(n,0,t),e}var zv={interpolation:{duration:0,easing:i=>i},spring:{stiffness:.05,damping:.5}};function gr(i,t){if(!i)return null;Number.isFinite(i)&&(i={type:"interpolation",duration:i});let e=i.type||"interpolation";return{...zv[e],...t,...i,type:e}}var ke=class extends yo{constructor(t,e){super(t,e,{startIndices:null,constantValue:null,lastExternalBuffer:null,binaryValue:null,binaryAccessor:null,needsUpdate:!0,needsRedraw:!1,layoutChanged:!1,updateRanges:xo}),this.constant=!1,this.settings.update=e.update||(e.accessor?this._autoUpdater:void 0),Object.seal(this.settings),Object.seal(this.state),this._validateAttributeUpdaters()}get startIndices(){return this.state.startIndices}set startIndices(t){this.state.startIndices=t}needsUpdate(){return this.state.needsUpdate}needsRedraw({clearChangedFlags:t=!1}={}){let e=this.state.needsRedraw;return this.state.needsRedraw=e&&!t,e}layoutChanged(){return this.state.layoutChanged}setAccessor(t){var e;(e=this.state).layoutChanged||(e.layoutChanged=!Ch(t,this.getAccessor())),super.setAccessor(t)}getUpdateTriggers(){let{accessor:t}=this.settings;return[this.id].concat(typeof t!="function"&&t||[])}supportsTransition(){return!!this.settings.transition}getTransitionSetting(t){if(!t||!this.supportsTransition())return null;let{accessor:e}=this.settings,o=this.settings.transition,n=Array.isArray(e)?t[e.find(r=>t[r])]:t[e];return gr(n,o)}setNeedsUpdate(t=this.id,e){if(this.state.needsUpdate=this.state.needsUpdate||t,this.setNeedsRedraw(t),e){let{startRow:o=0,endRow:n=1/0}=e;this.state.updateRanges=Lh(this.state.updateRanges,[o,n])}else this.state.updateRanges=xo}clearNeedsUpdate(){this.state.needsUpdate=!1,this.state.updateRanges=Th}setNeedsRedraw(t=this.id){this.state.needsRedraw=this.state.needsRedraw||t}allocate(t){let{state:e,settings:o}=this;if(o.noAlloc)return!1;if(o.update){let n=this.isConstant;return super.allocate(t,e.updateRanges!==xo),e.layoutChanged||(e.layoutChanged=n&&this.device.type==="webgpu"),!0}return!1}updateBuffer({numInstances:t,data:e,props:o,context:n}){if(!this.needsUpdate())return!1;let{state:{updateRanges:r},settings:{update:s,noAlloc:a}}=this,c=!0;if(s){for(let[l,f]of r)s.call(n,this,{data:e,startRow:l,endRow:f,props:o,numInstances:t});if(this.value)if(this.constant||!this.buffer||this.buffer.byteLength<this.value.byteLength+this.byteOffset){if(this.constant){let l=this.value;this.value=null,this.setConstantValue(n,l)}else this.setData({value:this.value,constant:this.constant});this.constant=!1}else for(let[l,f]of r){let h=Number.isFinite(l)?this.getVertexOffset(l):0,u=Number.isFinite(f)?this.getVertexOffset(f):a||!Number.isFinite(t)?this.value.length:t*this.size;super.updateSubBuffer({startOffset:h,endOffset:u})}this._checkAttributeArray()}else c=!1;return this.clearNeedsUpdate(),this.setNeedsRedraw(),c}setConstantValue(t,e){var o;if(e===void 0||typeof e=="function")return!1;let n=this.isConstant,r=this.settings.transform&&t?this.settings.transform.call(t,e):e,s=this.settings.defaultType;this.state.constantValue=this._normalizeValue(r,new s(this.size),0);let a=this.setData({constant:!0,value:r});if(this.device.type==="webgpu"){let c=this.state.constantValue;this.doublePrecision&&(c instanceof Float32Array||c instanceof Float64Array)&&(c=li(c,{size:this.size}),this.setAccessor({...this.getAccessor(),stride:this.size*2*Float32Array.BYTES_PER_ELEMENT}));let l=this._buffer;(!l||l.byteLength<c.byteLength)&&(l=this._createBuffer(c.byteLength)),l.write(c),(o=this.state).layoutChanged||(o.layoutChanged=!n),this.constant=!1}return a&&this.setNeedsRedraw(),this.clearNeedsUpdate(),!0}getConstantValue(){return this.isConstant?this.state.constantValue:null}setExternalBuffer(t){let{state:e}=this;return t?(this.clearNeedsUpdate(),e.lastExternalBuffer===t||(e.lastExternalBuffer=t,this.setNeedsRedraw(),this.setData(t)),!0):(e.lastExternalBuffer=null,!1)}setBinaryValue(t,e=null){let{state:o,settings:n}=this;if(!t)return o.binaryValue=null,o.binaryAccessor=null,!1;if(n.noAlloc)return!1;if(o.binaryValue===t)return this.clearNeedsUpdate(),!0;if(o.binaryValue=t,this.setNeedsRedraw(),n.transform||e!==this.startIndices){ArrayBuffer.isView(t)&&(t={value:t});let s=t;z(ArrayBuffer.isView(s.value),`invalid ${n.accessor}`);let a=!!s.size&&s.size!==this.size;return o.binaryAccessor=pr(s.value,{size:s.size||this.size,stride:s.stride,offset:s.offset,startIndices:e,nested:a}),!1}return this.clearNeedsUpdate(),this.setData(t),!0}getVertexOffset(t){let{startIndices:e}=this;return(e?t<e.length?e[t]:this.numInstances:t)*this.size}getValue(){let t=this.settings.shaderAttributes,e=super.getValue();if(!t)return e;for(let o in t)Object.assign(e,super.getValue(o,t[o]));return e}getBufferLayout(t){this.state.layoutChanged=!1;let e=this.settings.shaderAttributes,o=super._getBufferLayout(),{stepMode:n}=this.settings;if(n==="dynamic"?o.stepMode=t?t.isInstanced?"instance":"vertex":"instance":o.stepMode=n??"vertex",!e)return o;for(let r in e){let s=super._getBufferLayout(r,e[r]);o.attributes.push(...s.attributes)}return o}_autoUpdater(t,{data:e,startRow:o,endRow:n,props:r,numInstances:s}){let{settings:a,state:c,value:l,size:f,startIndices:h}=t,{accessor:u,transform:d}=a,p=c.binaryAccessor||(typeof u=="function"?u:r[u]);z(typeof p=="function",`accessor "${u}" is not a function`);let g=t.getVertexOffset(o),{iterable:m,objectInfo:v}=gt(e,o,n);for(let _ of m){v.index++;let y=p(_,v);if(d&&(y=d.call(this,y)),h){let x=(v.index<h.length-1?h[v.index+1]:s)-h[v.index];if(y&&Array.isArray(y[0])){let P=g;for(let w of y)t._normalizeValue(w,l,P),P+=f}else y&&y.length>f?l.set(y,g):(t._normalizeValue(y,v.target,0),Kl({target:l,source:v.target,start:g,count:x}));g+=x*f}else t._normalizeValue(y,l,g),g+=f}}_validateAttributeUpdaters(){let{settings:t}=this;if(!(t.noAlloc||typeof t.update=="function"))throw new Error(`Attribute ${this.id} missing update or accessor`)}_checkAttributeArray(){let{value:t}=this,e=Math.min(4,this.size);if(t&&t.length>=e){let o=!0;switch(e){case 4:o=o&&Number.isFinite(t[3]);case 3:o=o&&Number.isFinite(t[2]);case 2:o=o&&Number.isFinite(t[1]);case 1:o=o&&Number.isFinite(t[0]);break;default:o=!1}if(!o)throw new Error(`Illegal attribute generated for ${this.id}`)}}};var vo=class i{gpuDataEvaluators;format;length;id;_gpuVector;_ownsGPUDataEvaluators;_destroyed=!1;static fromGPUVector(t){if(t.bufferLayout)throw new Error(`GPUVectorEvaluator.fromGPUVector() does not accept interleaved vector "${t.name}"`);if(t.data.length===0)throw new Error(`GPUVectorEvaluator.fromGPUVector() requires GPUData for "${t.name}"`);return new i({id:t.name,gpuDataEvaluators:t.data.map(e=>nt.fromGPUData(e,{id:t.name})),gpuVector:t,format:t.format})}static fromGPUDataEvaluators(t,e={}){return new i({id:e.id,gpuDataEvaluators:t,format:e.format})}constructor({id:t,gpuDataEvaluators:e,gpuVector:o,format:n}){if(e.length===0)throw new Error("GPUVectorEvaluator requires at least one GPUData evaluator");Dv(e),this.id=t,this.gpuDataEvaluators=e,this.format=n??e[0].format,this.length=e.reduce((r,s)=>r+s.length,0),this._gpuVector=o,this._ownsGPUDataEvaluators=!o}get evaluated(){return!!this._gpuVector}get gpuVector(){if(!this._gpuVector)throw new Error(`${this} not evaluated`);return this._gpuVector}mapGPUData(t){return i.fromGPUDataEvaluators(this.gpuDataEvaluators.map((e,o)=>t(e,o)),{id:this.id})}async evaluate(t,e={}){if(this._destroyed)throw new Error(`GPUVectorEvaluator ${this} already destroyed`);if(this._gpuVector)return this._gpuVector;let o=await Promise.all(this.gpuDataEvaluators.map(a=>a.evaluate(t,e))),n=o[0],r=o.map(Ah),s=e.format??this.format??n.format;return this._gpuVector=new qr({type:"data",name:e.name??this.id??"vector",format:s,data:r,stride:n.stride,byteStride:n.byteStride,rowByteLength:n.rowByteLength,bufferLayout:n.bufferLayout}),this._gpuVector}evaluateSync(t,e={}){if(this._destroyed)throw new Error(`GPUVectorEvaluator ${this} already destroyed`);if(this._gpuVector)return this._gpuVector;let o=this.gpuDataEvaluators.map(a=>a.evaluateSync(t,e)),n=o[0],r=o.map(Ah),s=e.format??this.format??n.format;return this._gpuVector=new qr({type:"data",name:e.name??this.id??"vector",format:s,data:r,stride:n.stride,byteStride:n.byteStride,rowByteLength:n.rowByteLength,bufferLayout:n.bufferLayout}),this._gpuVector}destroy(){if(this._ownsGPUDataEvaluators)for(let t of this.gpuDataEvaluators)t.destroy();this._gpuVector=void 0,this._destroyed=!0}toString(){return this.id??this.constructor.name}};function Dv(i){let t=i[0];for(let e of i.slice(1))if(e.type!==t.type||e.size!==t.size||e.normalized!==t.normalized||e.format!==t.format)throw new Error("GPUVectorEvaluator requires matching GPUData evaluator layouts")}function Ah(i){let[t,...e]=i.data;if(!t||e.length>0)throw new Error(`GPUVectorEvaluator requires one GPUData chunk for "${i.name}"`);return t}var Ga={};Fe(Ga,{arithmetic:()=>Ih,dot:()=>Bh,equalAll:()=>Nh,extent:()=>Rh,fround:()=>kh,gather:()=>zh,interleave:()=>Dh,length:()=>jh,segmentedMap:()=>Fh,select:()=>Uh,sequence:()=>Vh,swizzle:()=>Wh});function ui({elementWise:i,func:t,inputs:e,output:o,outputBuffer:n}){let r=Array.isArray(e)?e:Object.values(e);for(let p of r)if(!p.value)throw new Error(`${p} does not have CPU value`);let s=o.length,a=o.size,c=new o.ValueType(s*a);for(let p=0;p<s;p++){let g=r.map(m=>$(m,p));if(i)for(let m=0;m<a;m++)c[p*a+m]=t.apply(null,g.map(v=>v[m]));else t.call(null,c.subarray(p*a,p*a+a),...g)}let l=o.ValueType.BYTES_PER_ELEMENT,f=o.offset/l,h=o.stride/l,u=a,d=c;if(f!==0||h!==u){d=new o.ValueType(f+o.byteLength/l);for(let p=0;p<s;p++){let g=p*u,m=f+p*h,v=c.subarray(g,g+a);d.set(v,m),n.write(v,m*l)}}else n.write(c);return{success:!0,value:d}}function $(i,t){let e=i.value,o=i.size,n=i.offset/i.ValueType.BYTES_PER_ELEMENT,r=i.stride/i.ValueType.BYTES_PER_ELEMENT,s=i.isConstant?0:t,a=n+s*r,c=e.slice(a,a+o);if(!i.normalized)return c;let l=new Float32Array(o);for(let f=0;f<o;f++)l[f]=Bv(c[f],i.type);return l}function Bv(i,t){switch(t){case"uint8":return i/255;case"uint16":return i/65535;case"uint32":return i/4294967295;case"sint8":return Math.max(i/127,-1);case"sint16":return Math.max(i/32767,-1);case"sint32":return Math.max(i/2147483647,-1);case"float32":return i;default:throw new Error(`Unsupported normalized source type ${t}`)}}var Ih=({inputs:i,output:t,target:e})=>{for(let n of Object.values(i.namedInputs))if(!n.value)throw new Error(`${n} does not have CPU value`);let o=new t.ValueType(t.length*t.size);for(let n=0;n<t.length;n++){let r=Object.fromEntries(Object.entries(i.namedInputs).map(([s,a])=>[s,$(a,n)]));for(let s=0;s<t.size;s++)o[n*t.size+s]=Oh(i.expression,r,s)}return e.write(o),{success:!0,value:o}};function Oh(i,t,e){switch(i.kind){case"input":{let o=t[i.name];return e<o.length?o[e]:o.length===1?o[0]:0}case"literal":return Array.isArray(i.value)?i.value[e]??0:i.value;case"call":{Nv(i.op,i.args.length);let o=i.args.map(n=>Oh(n,t,e));switch(i.op){case"add":return o[0]+o[1];case"subtract":return o[0]-o[1];case"multiply":return o[0]*o[1];case"divide":return o[0]/o[1];case"pow":return Math.pow(o[0],o[1]);case"sqrt":return Math.sqrt(o[0]);case"abs":return Math.abs(o[0]);case"sin":return Math.sin(o[0]);case"cos":return Math.cos(o[0]);case"tan":return Math.tan(o[0]);case"exp":return Math.exp(o[0]);case"log":return Math.log(o[0]);default:{let n=i.op;throw new Error(`Unsupported arithmetic op ${n}`)}}}default:{let o=i;throw new Error(`Unsupported expression node ${o.kind}`)}}}function Nv(i,t){let e=Tc[i].arity;if(t!==e)throw new Error(`Arithmetic op '${i}' expects ${e} args, got ${t}`)}var Rh=({inputs:i,output:t,target:e})=>{let{sourceValues:o}=i;if(!o.value)throw new Error(`${o} does not have CPU value`);let r=new t.ValueType(t.length*t.size);if(o.length===0)return{success:!1,error:new Error(`${o} is empty`)};for(let s=0;s<o.size;s++){let a=$(o,0)[s],c=s*t.size,l=c+1;r[c]=a,r[l]=a;for(let f=1;f<o.length;f++){let h=$(o,f)[s];h<r[c]&&(r[c]=h),h>r[l]&&(r[l]=h)}}return e.write(r),{success:!0,value:r}};var kh=({inputs:i,output:t,target:e})=>ui({func:(o,n)=>{let r=o.length/2,s=new Float64Array(n.buffer);for(let a=0;a<r;a++){let c=s[a];o[a]=Math.fround(c),o[a+r]=c-o[a]}return o},inputs:i,output:t,outputBuffer:e});var zh=async({inputs:i,output:t,target:e})=>{let{ids:o,sourceValues:n}=i,r=o.value,s=n.value;if(!r)throw new Error(`${o} does not have CPU value`);if(!s)throw new Error(`${n} does not have CPU value`);let a=new t.ValueType(t.length*t.size),c=new Array(t.size).fill(0);for(let l=0;l<t.length;l++){let f=$(o,l),h=Number(f[0]),u=jv(h,n.length)?$(n,h):c;a.set(u,l*t.size)}return e.write(a),{success:!0,value:a}};function jv(i,t){return Number.isInteger(i)&&i>=0&&i<t}var Dh=({inputs:i,output:t,target:e})=>ui({func:(o,...n)=>{let r=0;for(let s of n)o.set(s,r),r+=s.length},inputs:i,output:t,outputBuffer:e});var Bh=({inputs:i,output:t,target:e})=>{let{x:o,y:n}=i,r=new t.ValueType(t.length);for(let s=0;s<t.length;s++){let a=$(o,s),c=$(n,s),l=0;for(let f=0;f<o.size;f++)l+=a[f]*c[f];r[s]=l}return e.write(r),{success:!0,value:r}};var Nh=({inputs:i,output:t,target:e})=>{let{x:o,y:n}=i,r=new t.ValueType(t.length);for(let s=0;s<t.length;s++){let a=$(o,s),c=$(n,s),l=1;for(let f=0;f<o.size;f++)if(a[f]!==c[f]){l=0;break}r[s]=l}return e.write(r),{success:!0,value:r}};var jh=({inputs:i,output:t,target:e})=>{let{x:o}=i,n=new t.ValueType(t.length);for(let r=0;r<t.length;r++){let s=$(o,r),a=0;for(let c=0;c<o.size;c++)a+=s[c]*s[c];n[r]=Math.sqrt(a)}return e.write(n),{success:!0,value:n}};var Fh=async({inputs:i,output:t,target:e})=>{let{segments:o,vertexCount:n}=i,r=o.value;if(!r)throw new Error(`${o} does not have CPU value`);Fv(r,o,n);let s=new t.ValueType(t.length*t.size),a=0;for(let c=0;c<n;c++){for(;a+1<o.length&&r[Va(o,a+1)]<=c;)a++;let l=r[Va(o,a)],f=c*t.size;s[f]=a,s[f+1]=c-l}return e.write(s),{success:!0,value:s}};function Fv(i,t,e){if(t.length<1)throw new Error("segmentedMap segments must contain at least one segment start");let o=0;for(let n=0;n<t.length;n++){let r=i[Va(t,n)];if(n===0&&r!==0)throw new Error(`segmentedMap segments must start at 0, got ${r}`);if(n>0&&r<o)throw new Error(`segmentedMap segments must be non-decreasing, got ${r} after ${o}`);o=r}if(o>e)throw new Error(`segmentedMap last segment start must be <= vertexCount, got ${o} > ${e}`)}function Va(i,t){return i.offset/i.ValueType.BYTES_PER_ELEMENT+t*(i.stride/i.ValueType.BYTES_PER_ELEMENT)}var Uh=async({inputs:i,output:t,target:e})=>{let{condition:o,whenTrue:n,whenFalse:r}=i,s=new t.ValueType(t.length*t.size);for(let a=0;a<t.length;a++){let c=$(o,a),l=$(n,a),f=$(r,a);for(let h=0;h<t.size;h++){let u=Wa(c,o.size,h);s[a*t.size+h]=u!==0?Wa(l,n.size,h):Wa(f,r.size,h)}}return e.write(s),{success:!0,value:s}};function Wa(i,t,e){return e<t?i[e]:t===1?i[0]:0}var Vh=({inputs:i,output:t,target:e})=>{let o=new t.ValueType(t.length);for(let n=0;n<t.length;n++)o[n]=i.start+n*i.step;return e.write(o),{success:!0,value:o}};var Wh=({inputs:i,output:t,target:e})=>{let{columns:o}=i;return ui({func:(n,r)=>{for(let s=0;s<o.length;s++)n[s]=r[o[s]]},inputs:{x:i.x},output:t,outputBuffer:e})};var Ya=class{_modules={cpu:Ga};add(t,e){let o=this._modules[t];if(typeof e.then=="function"){let r=Promise.all([Promise.resolve(o||{}),e]).then(([s,a])=>({...s,...a}));return this._modules[t]=r,r.then(s=>{this._modules[t]=s}).catch(s=>{$r.error(`Failed to register ${t} backend: ${s}`)()}),r}if(o&&typeof o.then=="function"){let r=Promise.resolve(o).then(s=>({...s,...e})).then(s=>(this._modules[t]=s,s)).catch(s=>{throw $r.error(`Failed to register ${t} backend: ${s}`)(),s});return this._modules[t]=r,r}let n={...o||{},...e};return this._modules[t]=n,Promise.resolve(n)}async get(t,e){let o=this._modules[t];if(!o)if(t==="webgl")o=this.add("webgl",import("./webgl-TQBUFXS3.js"));else if(t==="webgpu")o=this.add("webgpu",import("./webgpu-4BGXRT76.js"));else throw new Error(`${t} backend not registered`);let r=(await o)[e];if(typeof r!="function")throw new Error(`${t} backend does not implement ${e}`);return r}getSync(t,e){let o=this._modules[t];if(!o)throw new Error(`${t} backend not registered`);if(typeof o.then=="function")throw new Error(`${t} backend is not loaded yet`);let r=o[e];if(typeof r!="function")throw new Error(`${t} backend does not implement ${e}`);return r}clear(){this._modules={}}},di=new Ya;var mr=class{inputs;dependencies;constructor(t){this.inputs=t,this.dependencies=Array.from(t instanceof Array?t:Object.values(t)).filter(e=>e instanceof nt)}async execute(t,e){return await this._resolveDependencies(t),await this._executeWithHandler(await di.get(this._getHandlerRegistry(t),this.name),e)}executeSync(t,e){this._resolveDependenciesSync(t);let o=this._executeWithHandler(di.getSync(this._getHandlerRegistry(t),this.name),e);if(Uv(o))throw new Error(`${this.name} returned a Promise in executeSync()`);return o}shouldExecuteOnCPU(){return this.output.length<=1&&Array.from(this.dependencies).every(t=>!!t.value)}_getHandlerRegistry(t){return this.shouldExecuteOnCPU()?"cpu":t.type}async _resolveDependencies(t){for(let o of this.dependencies)await o.evaluate(t);if(this._getHandlerRegistry(t)==="cpu"||t.type==="null")for(let o of this.dependencies)await o.ensureCPUValue()}_resolveDependenciesSync(t){for(let o of this.dependencies)o.evaluateSync(t);if(this._getHandlerRegistry(t)==="cpu"||t.type==="null")for(let o of this.dependencies)o.ensureCPUValueSync()}_executeWithHandler(t,e){return t({device:e.device,inputs:this.inputs,output:this.output,target:e})}};function Uv(i){return typeof i?.then=="function"}function Gh(...i){let t=Vv(i.map(e=>e.type));return t[0]!=="f"&&i.some(e=>e.normalized)&&(t="float32"),{isConstant:i.every(e=>e.isConstant),type:t,size:i.reduce((e,o)=>Math.max(e,o.size),0),length:i.reduce((e,o)=>Math.max(e,o.length),0)}}function Vv(i){let t=0,e=0;for(let o of i){if(o[0]==="f")return"float32";let n=o.endsWith("8")?8:o.endsWith("6")?16:32;o[0]==="u"?t=Math.max(t,n):e=Math.max(e,n)}return t&&!e?`uint${t}`:e&&t<32?`sint${Math.max(e,t*2)}`:"float32"}var $a=class extends mr{name="interleave";output;constructor(t){super(t);let{isConstant:e,type:o,length:n}=Gh(...t);this.output=new nt({isConstant:e,type:o,size:t.reduce((r,s)=>r+s.size,0),length:n,source:this})}toString(){return`_${this.inputs.join("_")}_`}};function Ha(...i){if(i.length===0)throw new Error("interleave() requires at least one input");return i.length===1?mn(i[0]):new $a(i.map(mn)).output}function qa(i,t){let e=Gv(t);for(let o of e)o.evaluateSync(i);return Wv(e),t}function Wv(i){let t=new Set(i.flatMap($v)),e=new Set;for(let o of i)yr(o,e);for(let o of e)o.evaluated&&!t.has(o.buffer)&&o.destroy()}function Gv(i){let t=new Set;return Za(i,t,new Set),Array.from(t)}function Za(i,t,e){if(Hv(i)){t.add(i);return}if(!(!i||typeof i!="object"||e.has(i))){if(e.add(i),Array.isArray(i)){for(let o of i)Za(o,t,e);return}if(Yv(i))for(let o of Object.values(i))Za(o,t,e)}}function Yv(i){let t=Object.getPrototypeOf(i);return t===Object.prototype||t===null}function yr(i,t){if(i instanceof vo){for(let o of i.gpuDataEvaluators)yr(o,t);return}let e=i.source;if(e){if(e instanceof nt){t.has(e)||(t.add(e),yr(e,t));return}for(let o of e.dependencies)t.has(o)||(t.add(o),yr(o,t))}}function $v(i){return i instanceof nt?[i.buffer]:i.gpuVector.data.map(t=>t.buffer instanceof Mc?t.buffer.buffer:t.buffer)}function Hv(i){return i instanceof nt||i instanceof vo}var Po=class{constructor(t,{id:e,isTransitionAttribute:o}){this.packedBuffers={},this.device=t,this.id=e,this.isTransitionAttribute=o,this.device.type==="webgpu"&&di.add("webgpu",{interleave:Lc})}hasGroups(t){return this.device.type==="webgpu"&&Object.values(t).some(e=>!!e.settings.bufferGroup)}finalize(){for(let t of Object.values(this.packedBuffers))t.packed.destroy();this.packedBuffers={}}getBufferLayouts(t,e){let o=this._getPackedGroups(t,e,{requireValues:!1,excludeAttributes:{}});return this._getBufferLayouts(t,o,e)}getBindings(t,e,o,n){let r=this._getPackedGroups(t,o,{requireValues:!0,excludeAttributes:n}),s={},a=new Set;for(let c of r.values()){let l=!this.packedBuffers[c.id]||c.attributes.some(f=>!!e[f.id]);s[c.id]=this._getPackedBuffer(c,l);for(let f of c.attributes)a.add(f.id)}return{bufferLayouts:this._getBufferLayouts(t,r,o).filter(c=>!n[c.name]&&!t[c.name]?.settings.isIndexed),buffers:s,groupedAttributeIds:a}}_getPackedGroups(t,e,{requireValues:o,excludeAttributes:n}){let r=new Map;for(let a of Object.values(t)){let c=a.settings.bufferGroup;if(!c)continue;let l=r.get(c)||[];l.push(a),r.set(c,l)}let s=new Map;for(let[a,c]of r){let l=this._getPackedGroup(a,c,e,o,n);l&&s.set(a,l)}return s}_getPackedGroup(t,e,o,n,r){if(e.length<2)return null;let s=e.map(d=>d.getBufferLayout(o)),a=s[0].stepMode,c=Math.max(1,e[0].numInstances),l=n&&e.every(d=>d.isConstant);for(let d=0;d<e.length;d++){let p=e[d],g=p.getAccessor(),m=g.size*g.bytesPerElement;if(r[p.id]||p.settings.isIndexed||p.settings.noAlloc||p.doublePrecision||this.isTransitionAttribute(p.id)||s[d].stepMode!==a||p.numInstances!==e[0].numInstances||(g.offset||0)!==0||(g.vertexOffset||0)!==0||bt(g)!==m||n&&(p.isConstant?!p.getConstantValue()||p.getConstantValue().byteLength<m:!ArrayBuffer.isView(p.value)||p.value.byteLength<c*m))return null}let f={},h=[],u=0;for(let d=0;d<e.length;d++){let p=e[d];u=Yh(u),f[p.id]=u;for(let g of s[d].attributes||[])h.push({...g,byteOffset:u+(g.byteOffset||0)});u+=bt(p.getAccessor())}return u=Yh(u),{id:t,attributes:e,byteStride:u,byteOffsets:f,rowCount:c,layout:{name:t,byteStride:l?0:u,stepMode:a,attributes:h}}}_getBufferLayouts(t,e,o){let n=[],r=new Set,s=new Set;for(let a of e.values())for(let c of a.attributes)s.add(c.id);for(let a of Object.values(t)){let c=a.settings.bufferGroup,l=c&&e.get(c);l&&s.has(a.id)?r.has(l.id)||(n.push(l.layout),r.add(l.id)):n.push(a.getBufferLayout(o))}return n}_getPackedBuffer(t,e){let o=JSON.stringify({byteStride:t.layout.byteStride,attributes:t.layout.attributes}),n=this.packedBuffers[t.id];if((!n||n.layoutKey!==o)&&(e=!0),e){n&&(n.packed.destroy(),delete this.packedBuffers[t.id]);let r=this._interleavePackedGroup(t);return this.packedBuffers[t.id]={packed:r,layoutKey:o},r.buffer}if(!n)throw new Error(`Attribute buffer group ${t.id} has no packed buffer`);return n.packed.buffer}_interleavePackedGroup(t){let e=t.attributes.map(n=>this._getInterleaveInput(t,n)),o=Ha(...e);return qa(this.device,o),o}_getInterleaveInput(t,e){let o=bt(e.getAccessor()),n=t.byteOffsets[e.id];if(_o(`${t.id}.${e.id} rowByteLength`,o),_o(`${t.id}.${e.id} groupByteOffset`,n),e.isConstant){let c=e.getConstantValue();if(!c)throw new Error(`Attribute group ${t.id} is missing constant value ${e.id}`);return _o(`${t.id}.${e.id} constant byteOffset`,c.byteOffset),new nt({id:e.id,type:"uint32",size:o/4,isConstant:!0,value:new Uint32Array(c.buffer,c.byteOffset,o/Uint32Array.BYTES_PER_ELEMENT)})}let r=e.getBuffer(),s=e.byteOffset,a=e.getAccessor().stride||o;if(_o(`${t.id}.${e.id} byteOffset`,s),_o(`${t.id}.${e.id} stride`,a),!r)throw new Error(`Attribute group ${t.id} cannot interleave missing buffer ${e.id}`);return new nt({id:e.id,type:"uint32",size:o/4,offset:s,stride:a,length:t.rowCount,buffer:r})}};function Yh(i){return Math.ceil(i/4)*4}function _o(i,t){if(t%4!==0)throw new Error(`Attribute buffer groups require 32-bit alignment: ${i}=${t}`)}function Xa(i){let{source:t,target:e,start:o=0,size:n,getData:r}=i,s=i.end||e.length,a=t.length,c=s-o;if(a>c){e.set(t.subarray(0,c),o);return}if(e.set(t,o),!r)return;let l=a;for(;l<c;){let f=r(l,t);for(let h=0;h<n;h++)e[o+l]=f[h]||0,l++}}function $h({source:i,target:t,size:e,getData:o,sourceStartIndices:n,targetStartIndices:r}){if(!n||!r)return Xa({source:i,target:t,size:e,getData:o}),t;let s=0,a=0,c=o&&((f,h)=>o(f+a,h)),l=Math.min(n.length,r.length);for(let f=1;f<l;f++){let h=n[f]*e,u=r[f]*e;Xa({source:i.subarray(s,h),target:t,start:a,end:u,size:e,getData:c}),s=h,a=u}return a<t.length&&Xa({source:[],target:t,start:a,size:e,getData:c}),t}function Hh(i){let{device:t,settings:e,value:o}=i,n=new ke(t,e);return n.setData({value:o instanceof Float64Array?new Float64Array(0):new Float32Array(0),normalized:e.normalized}),n}function xr(i){switch(i){case 1:return"float";case 2:return"vec2";case 3:return"vec3";case 4:return"vec4";default:throw new Error(`No defined attribute type for size "${i}"`)}}function vr(i){switch(i){case 1:return"float32";case 2:return"float32x2";case 3:return"float32x3";case 4:return"float32x4";default:throw new Error("invalid type size")}}function _r(i){i.push(i.shift())}function Zh(i,t){let{settings:e,value:o,size:n}=i,r=i.isDoublePrecisionBuffer?2:1,s=0,{shaderAttributes:a}=i.settings;if(a)for(let c of Object.values(a))s=Math.max(s,c.vertexOffset??0);return(e.noAlloc?o.length:(t+s)*n)*r}function Pr({device:i,source:t,target:e}){return(!e||e.byteLength<t.byteLength)&&(e?.destroy(),e=i.createBuffer({byteLength:t.byteLength,usage:t.usage})),e}function wr({device:i,buffer:t,attribute:e,fromLength:o,toLength:n,fromStartIndices:r,getData:s=a=>a}){let a=e.isDoublePrecisionBuffer?2:1,c=e.size*a,l=e.byteOffset,f=e.settings.bytesPerElement<4?l/e.settings.bytesPerElement*4:l,h=e.startIndices,u=r&&h,d=e.isConstant;if(!u&&t&&o>=n)return t;let p=e.value instanceof Float64Array?Float32Array:e.value.constructor,g=d?e.value:new p(e.getBuffer().readSyncWebGL(l,n*p.BYTES_PER_ELEMENT).buffer);if(e.settings.normalized&&!d){let y=s;s=(x,P)=>e.normalizeConstant(y(x,P))}let m=d?(y,x)=>s(g,x):(y,x)=>s(g.subarray(y+l,y+l+c),x),v=t?new Float32Array(t.readSyncWebGL(f,o*4).buffer):new Float32Array(0),_=new Float32Array(n);return $h({source:v,target:_,sourceStartIndices:r,targetStartIndices:h,size:c,getData:m}),(!t||t.byteLength<_.byteLength+f)&&(t?.destroy(),t=i.createBuffer({byteLength:_.byteLength+f,usage:35050})),t.write(_,f),t}var pi=class{constructor({device:t,attribute:e,timeline:o}){this.buffers=[],this.currentLength=0,this.device=t,this.transition=new At(o),this.attribute=e,this.attributeInTransition=Hh(e),this.currentStartIndices=e.startIndices}get inProgress(){return this.transition.inProgress}start(t,e,o=1/0){this.settings=t,this.currentStartIndices=this.attribute.startIndices,this.currentLength=Zh(this.attribute,e),this.transition.start({...t,duration:o})}update(){let t=this.transition.update();return t&&this.onUpdate(),t}setBuffer(t){let{stride:e}=this.attributeInTransition.getAccessor();this.attributeInTransition.setData({buffer:t,normalized:this.attribute.settings.normalized,value:this.attributeInTransition.value,stride:e})}cancel(){this.transition.cancel()}delete(){this.cancel();for(let t of this.buffers)t.destroy();this.buffers.length=0}};var wo=class extends pi{constructor({device:t,attribute:e,timeline:o}){super({device:t,attribute:e,timeline:o}),this.type="interpolation",this.transform=Kv(t,e)}start(t,e){let o=this.currentLength,n=this.currentStartIndices;if(super.start(t,e,t.duration),t.duration<=0){this.transition.cancel();return}let{buffers:r,attribute:s}=this;_r(r),r[0]=wr({device:this.device,buffer:r[0],attribute:s,fromLength:o,toLength:this.currentLength,fromStartIndices:n,getData:t.enter}),r[1]=Pr({device:this.device,source:r[0],target:r[1]}),this.setBuffer(r[1]);let{transform:a}=this,c=a.model,l=Math.floor(this.currentLength/s.size);Xh(s)&&(l/=2),c.setVertexCount(l),s.isConstant?(c.setAttributes({aFrom:r[0]}),c.setConstantAttributes({aTo:s.value})):c.setAttributes({aFrom:r[0],aTo:s.getBuffer()}),a.transformFeedback.setBuffers({vCurrent:r[1]})}onUpdate(){let{duration:t,easing:e}=this.settings,{time:o}=this.transition,n=o/t;e&&(n=e(n));let{model:r}=this.transform,s={time:n};r.shaderInputs.setProps({interpolation:s}),this.transform.run({discard:!0})}delete(){super.delete(),this.transform.destroy()}},Zv=`layout(std140) uniform interpolationUniforms {
  float time;
} interpolation;
`,qh={name:"interpolation",vs:Zv,uniformTypes:{time:"f32"}},qv=`#version 300 es
#define SHADER_NAME interpolation-transition-vertex-shader

in ATTRIBUTE_TYPE aFrom;
in ATTRIBUTE_TYPE aTo;
out ATTRIBUTE_TYPE vCurrent;

void main(void) {
  vCurrent = mix(aFrom, aTo, interpolation.time);
  gl_Position = vec4(0.0);
}
`,Xv=`#version 300 es
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
`;function Xh(i){return i.isDoublePrecisionBuffer}function Kv(i,t){let e=t.size,o=xr(e),n=vr(e),r=t.getBufferLayout();return Xh(t)?new _i(i,{vs:Xv,bufferLayout:[{name:"aFrom",byteStride:8*e,attributes:[{attribute:"aFrom",format:n,byteOffset:0},{attribute:"aFrom64Low",format:n,byteOffset:4*e}]},{name:"aTo",byteStride:8*e,attributes:[{attribute:"aTo",format:n,byteOffset:0},{attribute:"aTo64Low",format:n,byteOffset:4*e}]}],modules:[Cc,qh],defines:{ATTRIBUTE_TYPE:o,ATTRIBUTE_SIZE:e},moduleSettings:{},varyings:["vCurrent","vCurrent64Low"],bufferMode:35980,disableWarnings:!0}):new _i(i,{vs:qv,bufferLayout:[{name:"aFrom",format:n},{name:"aTo",format:r.attributes[0].format}],modules:[qh],defines:{ATTRIBUTE_TYPE:o},varyings:["vCurrent"],disableWarnings:!0})}var bo=class extends pi{constructor({device:t,attribute:e,timeline:o}){super({device:t,attribute:e,timeline:o}),this.type="spring",this.texture=o_(t),this.framebuffer=n_(t,this.texture),this.transform=i_(t,e)}start(t,e){let o=this.currentLength,n=this.currentStartIndices;super.start(t,e);let{buffers:r,attribute:s}=this;for(let c=0;c<2;c++)r[c]=wr({device:this.device,buffer:r[c],attribute:s,fromLength:o,toLength:this.currentLength,fromStartIndices:n,getData:t.enter});r[2]=Pr({device:this.device,source:r[0],target:r[2]}),this.setBuffer(r[1]);let{model:a}=this.transform;a.setVertexCount(Math.floor(this.currentLength/s.size)),s.isConstant?a.setConstantAttributes({aTo:s.value}):a.setAttributes({aTo:s.getBuffer()})}onUpdate(){let{buffers:t,transform:e,framebuffer:o,transition:n}=this,r=this.settings;e.model.setAttributes({aPrev:t[0],aCur:t[1]}),e.transformFeedback.setBuffers({vNext:t[2]});let s={stiffness:r.stiffness,damping:r.damping};e.model.shaderInputs.setProps({spring:s}),e.run({framebuffer:o,discard:!1,parameters:{viewport:[0,0,1,1]},clearColor:[0,0,0,0]}),_r(t),this.setBuffer(t[1]),this.device.readPixelsToArrayWebGL(o)[0]>0||n.end()}delete(){super.delete(),this.transform.destroy(),this.texture.destroy(),this.framebuffer.destroy()}},Jv=`layout(std140) uniform springUniforms {
  float damping;
  float stiffness;
} spring;
`,Qv={name:"spring",vs:Jv,uniformTypes:{damping:"f32",stiffness:"f32"}},t_=`#version 300 es
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
`,e_=`#version 300 es
#define SHADER_NAME spring-transition-is-transitioning-fragment-shader

in float vIsTransitioningFlag;

out vec4 fragColor;

void main(void) {
  if (vIsTransitioningFlag == 0.0) {
    discard;
  }
  fragColor = vec4(1.0);
}`;function i_(i,t){let e=xr(t.size),o=vr(t.size);return new _i(i,{vs:t_,fs:e_,bufferLayout:[{name:"aPrev",format:o},{name:"aCur",format:o},{name:"aTo",format:t.getBufferLayout().attributes[0].format}],varyings:["vNext"],modules:[Qv],defines:{ATTRIBUTE_TYPE:e},parameters:{depthCompare:"always",blendColorOperation:"max",blendColorSrcFactor:"one",blendColorDstFactor:"one",blendAlphaOperation:"max",blendAlphaSrcFactor:"one",blendAlphaDstFactor:"one"}})}function o_(i){return i.createTexture({data:new Uint8Array(4),format:"rgba8unorm",width:1,height:1})}function n_(i,t){return i.createFramebuffer({id:"spring-transition-is-transitioning-framebuffer",width:1,height:1,colorAttachments:[t]})}var r_={interpolation:wo,spring:bo},So=class{constructor(t,{id:e,timeline:o}){if(!t)throw new Error("AttributeTransitionManager is constructed without device");this.id=e,this.device=t,this.timeline=o,this.transitions={},this.needsRedraw=!1,this.numInstances=1}finalize(){for(let t in this.transitions)this._removeTransition(t)}update({attributes:t,transitions:e,numInstances:o}){this.numInstances=o||1;for(let n in t){let r=t[n],s=r.getTransitionSetting(e);s&&this._updateAttribute(n,r,s)}for(let n in this.transitions){let r=t[n];(!r||!r.getTransitionSetting(e))&&this._removeTransition(n)}}hasAttribute(t){let e=this.transitions[t];return e&&e.inProgress}getAttributes(){let t={};for(let e in this.transitions){let o=this.transitions[e];o.inProgress&&(t[e]=o.attributeInTransition)}return t}run(){if(this.numInstances===0)return!1;for(let e in this.transitions)this.transitions[e].update()&&(this.needsRedraw=!0);let t=this.needsRedraw;return this.needsRedraw=!1,t}_removeTransition(t){this.transitions[t].delete(),delete this.transitions[t]}_updateAttribute(t,e,o){let n=this.transitions[t],r=!n||n.type!==o.type;if(r){n&&this._removeTransition(t);let s=r_[o.type];s?this.transitions[t]=new s({attribute:e,timeline:this.timeline,device:this.device}):(A.error(`unsupported transition type '${o.type}'`)(),r=!1)}(r||e.needsRedraw())&&(this.needsRedraw=!0,this.transitions[t].start(o,this.numInstances))}};var Kh="attributeManager.invalidate",s_="attributeManager.updateStart",a_="attributeManager.updateEnd",c_="attribute.updateStart",l_="attribute.allocate",f_="attribute.updateEnd",Co=class{constructor(t,{id:e="attribute-manager",stats:o,timeline:n}={}){this.mergeBoundsMemoized=Dt(Yf),this.id=e,this.device=t,this.attributes={},this.updateTriggers={},this.needsRedraw=!0,this.userData={},this.stats=o,this.attributeTransitionManager=new So(t,{id:`${e}-transitions`,timeline:n}),this.attributeBufferGroups=t.type==="webgpu"?new Po(t,{id:e,isTransitionAttribute:r=>this.attributeTransitionManager.hasAttribute(r)}):null,Object.seal(this)}finalize(){this.attributeBufferGroups?.finalize();for(let t in this.attributes)this.attributes[t].delete();this.attributeTransitionManager.finalize()}getNeedsRedraw(t={clearRedrawFlags:!1}){let e=this.needsRedraw;return this.needsRedraw=this.needsRedraw&&!t.clearRedrawFlags,e&&this.id}setNeedsRedraw(){this.needsRedraw=!0}add(t){this._add(t)}addInstanced(t){this._add(t,{stepMode:"instance"})}remove(t){for(let e of t)this.attributes[e]!==void 0&&(this.attributes[e].delete(),delete this.attributes[e])}invalidate(t,e){let o=this._invalidateTrigger(t,e);G(Kh,this,t,o)}invalidateAll(t){for(let e in this.attributes)this.attributes[e].setNeedsUpdate(e,t);G(Kh,this,"all")}update({data:t,numInstances:e,startIndices:o=null,transitions:n,props:r={},buffers:s={},context:a={}}){let c=!1;G(s_,this),this.stats&&this.stats.get("Update Attributes").timeStart();for(let l in this.attributes){let f=this.attributes[l],h=f.settings.accessor;f.startIndices=o,f.numInstances=e,r[l]&&A.removed(`props.${l}`,`data.attributes.${l}`)(),f.setExternalBuffer(s[l])||f.setBinaryValue(typeof h=="string"?s[h]:void 0,t.startIndices)||typeof h=="string"&&!s[h]&&f.setConstantValue(a,r[h])||f.needsUpdate()&&(c=!0,this._updateAttribute({attribute:f,numInstances:e,data:t,props:r,context:a})),this.needsRedraw=this.needsRedraw||f.needsRedraw()}c&&G(a_,this,e),this.stats&&(this.stats.get("Update Attributes").timeEnd(),c&&this.stats.get("Attributes updated").incrementCount()),this.attributeTransitionManager.update({attributes:this.attributes,numInstances:e,transitions:n})}updateTransition(){let{attributeTransitionManager:t}=this,e=t.run();return this.needsRedraw=this.needsRedraw||e,e}getAttributes(){return{...this.attributes,...this.attributeTransitionManager.getAttributes()}}getBounds(t){let e=t.map(o=>this.attributes[o]?.getBounds());return this.mergeBoundsMemoized(e)}getChangedAttributes(t={clearChangedFlags:!1}){let{attributes:e,attributeTransitionManager:o}=this,n={...o.getAttributes()};for(let r in e){let s=e[r];s.needsRedraw(t)&&!o.hasAttribute(r)&&(n[r]=s)}return n}getBufferLayouts(t){return this.hasBufferGroups()?this.attributeBufferGroups.getBufferLayouts(this.getAttributes(),t):Object.values(this.getAttributes()).map(e=>e.getBufferLayout(t))}hasBufferGroups(){return!!this.attributeBufferGroups?.hasGroups(this.attributes)}getBufferGroupBindings(t,e,o={}){return this.attributeBufferGroups?this.attributeBufferGroups.getBindings(this.getAttributes(),t,e,o):{bufferLayouts:this.getBufferLayouts(e),buffers:{},groupedAttributeIds:new Set}}_add(t,e){for(let o in t){let n=t[o],r={...n,id:o,size:n.isIndexed&&1||n.size||1,...e};this.attributes[o]=new ke(this.device,r)}this._mapUpdateTriggersToAttributes()}_mapUpdateTriggersToAttributes(){let t={};for(let e in this.attributes)this.attributes[e].getUpdateTriggers().forEach(n=>{t[n]||(t[n]=[]),t[n].push(e)});this.updateTriggers=t}_invalidateTrigger(t,e){let{attributes:o,updateTriggers:n}=this,r=n[t];return r&&r.forEach(s=>{let a=o[s];a&&a.setNeedsUpdate(a.id,e)}),r}_updateAttribute(t){let{attribute:e,numInstances:o}=t;if(G(c_,e),e.constant){e.setConstantValue(t.context,e.value);return}e.allocate(o)&&G(l_,e,o),e.updateBuffer(t)&&(this.needsRedraw=!0,G(f_,e,o))}};var Eo=class extends At{get value(){return this._value}_onUpdate(){let{time:t,settings:{fromValue:e,toValue:o,duration:n,easing:r}}=this,s=r(t/n);this._value=xe(e,o,s)}};var Jh=1e-5;function Qh(i,t,e,o,n){let r=t-i,a=(e-t)*n,c=-r*o;return a+c+r+t}function h_(i,t,e,o,n){if(Array.isArray(e)){let r=[];for(let s=0;s<e.length;s++)r[s]=Qh(i[s],t[s],e[s],o,n);return r}return Qh(i,t,e,o,n)}function tu(i,t){if(Array.isArray(i)){let e=0;for(let o=0;o<i.length;o++){let n=i[o]-t[o];e+=n*n}return Math.sqrt(e)}return Math.abs(i-t)}var Mo=class extends At{get value(){return this._currValue}_onUpdate(){let{fromValue:t,toValue:e,damping:o,stiffness:n}=this.settings,{_prevValue:r=t,_currValue:s=t}=this,a=h_(r,s,e,o,n),c=tu(a,e),l=tu(a,s);c<Jh&&l<Jh&&(a=e,this.end()),this._prevValue=s,this._currValue=a}};var u_={interpolation:Eo,spring:Mo},To=class{constructor(t){this.transitions=new Map,this.timeline=t}get active(){return this.transitions.size>0}add(t,e,o,n){let{transitions:r}=this;if(r.has(t)){let c=r.get(t),{value:l=c.settings.fromValue}=c;e=l,this.remove(t)}if(n=gr(n),!n)return;let s=u_[n.type];if(!s){A.error(`unsupported transition type '${n.type}'`)();return}let a=new s(this.timeline);a.start({...n,fromValue:e,toValue:o}),r.set(t,a)}remove(t){let{transitions:e}=this;e.has(t)&&(e.get(t).cancel(),e.delete(t))}update(){let t={};for(let[e,o]of this.transitions)o.update(),t[e]=o.value,o.inProgress||this.remove(e);return t}clear(){for(let t of this.transitions.keys())this.remove(t)}};function iu(i){let t=i[_t];for(let e in t){let o=t[e],{validate:n}=o;if(n&&!n(i[e],o))throw new Error(`Invalid prop ${e}: ${i[e]}`)}}function ou(i,t){let e=nu({newProps:i,oldProps:t,propTypes:i[_t],ignoreProps:{data:null,updateTriggers:null,extensions:null,transitions:null}}),o=p_(i,t),n=!1;return o||(n=g_(i,t)),{dataChanged:o,propsChanged:e,updateTriggersChanged:n,extensionsChanged:m_(i,t),transitionsChanged:d_(i,t)}}function d_(i,t){if(!i.transitions)return!1;let e={},o=i[_t],n=!1;for(let r in i.transitions){let s=o[r],a=s&&s.type;(a==="number"||a==="color"||a==="array")&&Ka(i[r],t[r],s)&&(e[r]=!0,n=!0)}return n?e:!1}function nu({newProps:i,oldProps:t,ignoreProps:e={},propTypes:o={},triggerName:n="props"}){if(t===i)return!1;if(typeof i!="object"||i===null)return`${n} changed shallowly`;if(typeof t!="object"||t===null)return`${n} changed shallowly`;for(let r of Object.keys(i))if(!(r in e)){if(!(r in t))return`${n}.${r} added`;let s=Ka(i[r],t[r],o[r]);if(s)return`${n}.${r} ${s}`}for(let r of Object.keys(t))if(!(r in e)){if(!(r in i))return`${n}.${r} dropped`;if(!Object.hasOwnProperty.call(i,r)){let s=Ka(i[r],t[r],o[r]);if(s)return`${n}.${r} ${s}`}}return!1}function Ka(i,t,e){let o=e&&e.equal;return o&&!o(i,t,e)||!o&&(o=i&&t&&i.equals,o&&!o.call(i,t))?"changed deeply":!o&&t!==i?"changed shallowly":null}function p_(i,t){if(t===null)return"oldProps is null, initial diff";let e=!1,{dataComparator:o,_dataDiff:n}=i;return o?o(i.data,t.data)||(e="Data comparator detected a change"):i.data!==t.data&&(e="A new data container was supplied"),e&&n&&(e=n(i.data,t.data)||e),e}function g_(i,t){if(t===null)return{all:!0};if("all"in i.updateTriggers&&eu(i,t,"all"))return{all:!0};let e={},o=!1;for(let n in i.updateTriggers)n!=="all"&&eu(i,t,n)&&(e[n]=!0,o=!0);return o?e:!1}function m_(i,t){if(t===null)return!0;let e=t.extensions,{extensions:o}=i;if(o===e)return!1;if(!e||!o||o.length!==e.length)return!0;for(let n=0;n<o.length;n++)if(!o[n].equals(e[n]))return!0;return!1}function eu(i,t,e){let o=i.updateTriggers[e];o=o??{};let n=t.updateTriggers[e];return n=n??{},nu({oldProps:n,newProps:o,triggerName:e})}var y_="count(): argument not an object",x_="count(): argument not a container";function ru(i){if(!__(i))throw new Error(y_);if(typeof i.count=="function")return i.count();if(Number.isFinite(i.size))return i.size;if(Number.isFinite(i.length))return i.length;if(v_(i))return Object.keys(i).length;throw new Error(x_)}function v_(i){return i!==null&&typeof i=="object"&&i.constructor===Object}function __(i){return i!==null&&typeof i=="object"}function Ja(i,t){if(!t)return i;let e={...i,...t};if("defines"in t&&(e.defines={...i.defines,...t.defines}),"modules"in t&&(e.modules=(i.modules||[]).concat(t.modules),t.modules.some(o=>o.name==="project64"))){let o=e.modules.findIndex(n=>n.name==="project32");o>=0&&e.modules.splice(o,1)}if("inject"in t)if(!i.inject)e.inject=t.inject;else{let o={...i.inject};for(let n in t.inject)o[n]=(o[n]||"")+t.inject[n];e.inject=o}return e}var P_={minFilter:"linear",mipmapFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"},Qa={};function su(i,t,e,o){if(e instanceof ee)return e;e.constructor&&e.constructor.name!=="Object"&&(e={data:e});let n=null;e.compressed&&(n={minFilter:"linear",mipmapFilter:e.data.length>1?"nearest":"linear"});let{width:r,height:s}=e.data,a=t.createTexture({...e,sampler:{...P_,...n,...o},mipLevels:t.getMipLevelCount(r,s)});return t.type==="webgl"?a.generateMipmapsWebGL():t.type==="webgpu"&&t.generateMipmapsWebGPU(a),Qa[a.id]=i,a}function au(i,t){!t||!(t instanceof ee)||Qa[t.id]===i&&(t.delete(),delete Qa[t.id])}var w_={boolean:{validate(i,t){return!0},equal(i,t,e){return!!i==!!t}},number:{validate(i,t){return Number.isFinite(i)&&(!("max"in t)||i<=t.max)&&(!("min"in t)||i>=t.min)}},color:{validate(i,t){return t.optional&&!i||tc(i)&&(i.length===3||i.length===4)},equal(i,t,e){return Y(i,t,1)}},accessor:{validate(i,t){let e=br(i);return e==="function"||e===br(t.value)},equal(i,t,e){return typeof t=="function"?!0:Y(i,t,1)}},array:{validate(i,t){return t.optional&&!i||tc(i)},equal(i,t,e){let{compare:o}=e,n=Number.isInteger(o)?o:o?1:0;return o?Y(i,t,n):i===t}},object:{equal(i,t,e){if(e.ignore)return!0;let{compare:o}=e,n=Number.isInteger(o)?o:o?1:0;return o?Y(i,t,n):i===t}},function:{validate(i,t){return t.optional&&!i||typeof i=="function"},equal(i,t,e){return!e.compare&&e.ignore!==!1||i===t}},data:{transform:(i,t,e)=>{if(!i)return i;let{dataTransform:o}=e.props;return o?o(i):typeof i.shape=="string"&&i.shape.endsWith("-table")&&Array.isArray(i.data)?i.data:i}},image:{transform:(i,t,e)=>{let o=e.context;return!o||!o.device?null:su(e.id,o.device,i,{...t.parameters,...e.props.textureParameters})},release:(i,t,e)=>{au(e.id,i)}}};function cu(i){let t={},e={},o={};for(let[n,r]of Object.entries(i)){let s=r?.deprecatedFor;if(s)o[n]=Array.isArray(s)?s:[s];else{let a=b_(n,r);t[n]=a,e[n]=a.value}}return{propTypes:t,defaultProps:e,deprecatedProps:o}}function b_(i,t){switch(br(t)){case"object":return Lo(i,t);case"array":return Lo(i,{type:"array",value:t,compare:!1});case"boolean":return Lo(i,{type:"boolean",value:t});case"number":return Lo(i,{type:"number",value:t});case"function":return Lo(i,{type:"function",value:t,compare:!0});default:return{name:i,type:"unknown",value:t}}}function Lo(i,t){return"type"in t?{name:i,...w_[t.type],...t}:"value"in t?{name:i,type:br(t.value),...t}:{name:i,type:"object",value:t}}function tc(i){return Array.isArray(i)||ArrayBuffer.isView(i)}function br(i){return tc(i)?"array":i===null?"null":typeof i}function lu(i,t){let e;for(let r=t.length-1;r>=0;r--){let s=t[r];"extensions"in s&&(e=s.extensions)}let o=ec(i.constructor,e),n=Object.create(o);n[ei]=i,n[Bt]={},n[Tt]={};for(let r=0;r<t.length;++r){let s=t[r];for(let a in s)n[a]=s[a]}return Object.freeze(n),n}var S_="_mergedDefaultProps";function ec(i,t){if(!(i instanceof Sr.constructor))return{};let e=S_;if(t)for(let n of t){let r=n.constructor;r&&(e+=`:${r.extensionName||r.name}`)}let o=fu(i,e);return o||(i[e]=C_(i,t||[]))}function C_(i,t){if(!i.prototype)return null;let o=Object.getPrototypeOf(i),n=ec(o),r=fu(i,"defaultProps")||{},s=cu(r),a=Object.assign(Object.create(null),n,s.defaultProps),c=Object.assign(Object.create(null),n?.[_t],s.propTypes),l=Object.assign(Object.create(null),n?.[Vn],s.deprecatedProps);for(let f of t){let h=ec(f.constructor);h&&(Object.assign(a,h),Object.assign(c,h[_t]),Object.assign(l,h[Vn]))}return E_(a,i),T_(a,c),M_(a,l),a[_t]=c,a[Vn]=l,t.length===0&&!ic(i,"_propTypes")&&(i._propTypes=c),a}function E_(i,t){let e=A_(t);Object.defineProperties(i,{id:{writable:!0,value:e}})}function M_(i,t){for(let e in t)Object.defineProperty(i,e,{enumerable:!1,set(o){let n=`${this.id}: ${e}`;for(let r of t[e])ic(this,r)||(this[r]=o);A.deprecated(n,t[e].join("/"))()}})}function T_(i,t){let e={},o={};for(let n in t){let r=t[n],{name:s,value:a}=r;r.async&&(e[s]=a,o[s]=L_(s))}i[Ht]=e,i[Bt]={},Object.defineProperties(i,o)}function L_(i){return{enumerable:!0,set(t){typeof t=="string"||t instanceof Promise||dr(t)?this[Bt][i]=t:this[Tt][i]=t},get(){if(this[Tt]){if(i in this[Tt])return this[Tt][i]||this[Ht][i];if(i in this[Bt]){let t=this[ei]&&this[ei].internalState;if(t&&t.hasAsyncProp(i))return t.getAsyncProp(i)||this[Ht][i]}}return this[Ht][i]}}}function ic(i,t){return Object.prototype.hasOwnProperty.call(i,t)}function fu(i,t){return ic(i,t)&&i[t]}function A_(i){let t=i.componentName;return t||A.warn(`${i.name}.componentName not specified`)(),t||i.name}var I_=0,Ao=class{constructor(...t){this.props=lu(this,t),this.id=this.props.id,this.count=I_++}clone(t){let{props:e}=this,o={};for(let n in e[Ht])n in e[Tt]?o[n]=e[Tt][n]:n in e[Bt]&&(o[n]=e[Bt][n]);return new this.constructor({...e,...o,...t})}};Ao.componentName="Component";Ao.defaultProps={};var Sr=Ao;var O_=Object.freeze({}),Io=class{constructor(t){this.component=t,this.asyncProps={},this.onAsyncPropUpdated=()=>{},this.oldProps=null,this.oldAsyncProps=null}finalize(){for(let t in this.asyncProps){let e=this.asyncProps[t];e&&e.type&&e.type.release&&e.type.release(e.resolvedValue,e.type,this.component)}this.asyncProps={},this.component=null,this.resetOldProps()}getOldProps(){return this.oldAsyncProps||this.oldProps||O_}resetOldProps(){this.oldAsyncProps=null,this.oldProps=this.component?this.component.props:null}hasAsyncProp(t){return t in this.asyncProps}getAsyncProp(t){let e=this.asyncProps[t];return e&&e.resolvedValue}isAsyncPropLoading(t){if(t){let e=this.asyncProps[t];return!!(e&&e.pendingLoadCount>0&&e.pendingLoadCount!==e.resolvedLoadCount)}for(let e in this.asyncProps)if(this.isAsyncPropLoading(e))return!0;return!1}reloadAsyncProp(t,e){this._watchPromise(t,Promise.resolve(e))}setAsyncProps(t){this.component=t[ei]||this.component;let e=t[Tt]||{},o=t[Bt]||t,n=t[Ht]||{};for(let r in e){let s=e[r];this._createAsyncPropData(r,n[r]),this._updateAsyncProp(r,s),e[r]=this.getAsyncProp(r)}for(let r in o){let s=o[r];this._createAsyncPropData(r,n[r]),this._updateAsyncProp(r,s)}}_fetch(t,e){return null}_onResolve(t,e){}_onError(t,e){}_updateAsyncProp(t,e){if(this._didAsyncInputValueChange(t,e)){if(typeof e=="string"&&(e=this._fetch(t,e)),e instanceof Promise){this._watchPromise(t,e);return}if(dr(e)){this._resolveAsyncIterable(t,e);return}this._setPropValue(t,e)}}_freezeAsyncOldProps(){if(!this.oldAsyncProps&&this.oldProps){this.oldAsyncProps=Object.create(this.oldProps);for(let t in this.asyncProps)Object.defineProperty(this.oldAsyncProps,t,{enumerable:!0,value:this.oldProps[t]})}}_didAsyncInputValueChange(t,e){let o=this.asyncProps[t];return e===o.resolvedValue||e===o.lastValue?!1:(o.lastValue=e,!0)}_setPropValue(t,e){this._freezeAsyncOldProps();let o=this.asyncProps[t];o&&(e=this._postProcessValue(o,e),o.resolvedValue=e,o.pendingLoadCount++,o.resolvedLoadCount=o.pendingLoadCount)}_setAsyncPropValue(t,e,o){let n=this.asyncProps[t];n&&o>=n.resolvedLoadCount&&e!==void 0&&(this._freezeAsyncOldProps(),n.resolvedValue=e,n.resolvedLoadCount=o,this.onAsyncPropUpdated(t,e))}_watchPromise(t,e){let o=this.asyncProps[t];if(o){o.pendingLoadCount++;let n=o.pendingLoadCount;e.then(r=>{this.component&&(r=this._postProcessValue(o,r),this._setAsyncPropValue(t,r,n),this._onResolve(t,r))}).catch(r=>{this._onError(t,r)})}}async _resolveAsyncIterable(t,e){if(t!=="data"){this._setPropValue(t,e);return}let o=this.asyncProps[t];if(!o)return;o.pendingLoadCount++;let n=o.pendingLoadCount,r=[],s=0;for await(let a of e){if(!this.component)return;let{dataTransform:c}=this.component.props;c?r=c(a,r):r=r.concat(a),Object.defineProperty(r,"__diff",{enumerable:!1,value:[{startRow:s,endRow:r.length}]}),s=r.length,this._setAsyncPropValue(t,r,n)}this._onResolve(t,r)}_postProcessValue(t,e){let o=t.type;return o&&this.component&&(o.release&&o.release(t.resolvedValue,o,this.component),o.transform)?o.transform(e,o,this.component):e}_createAsyncPropData(t,e){if(!this.asyncProps[t]){let n=this.component&&this.component.props[_t];this.asyncProps[t]={type:n&&n[t],lastValue:null,resolvedValue:e,pendingLoadCount:0,resolvedLoadCount:0}}}};var Oo=class extends Io{constructor({attributeManager:t,layer:e}){super(e),this.attributeManager=t,this.needsRedraw=!0,this.needsUpdate=!0,this.subLayers=null,this.usesPickingColorCache=!1,this.disabledPickingIndices=[]}get layer(){return this.component}_fetch(t,e){let o=this.layer,n=o?.props.fetch;return n?n(e,{propName:t,layer:o}):super._fetch(t,e)}_onResolve(t,e){let o=this.layer;if(o){let n=o.props.onDataLoad;t==="data"&&n&&n(e,{propName:t,layer:o})}}_onError(t,e){let o=this.layer;o&&o.raiseError(e,`loading ${t} of ${this.layer}`)}};var R_="layer.changeFlag",k_="layer.initialize",z_="layer.update",D_="layer.finalize",B_="layer.matched",hu=2**24-1,N_=Object.freeze([]),j_=Dt(({oldViewport:i,viewport:t})=>i.equals(t)),St=new Uint8ClampedArray(0);function uu(i){return i.rowIndexes||i.pickingColors||i.instancePickingColors}function oc(i){return i.rowIndexes}function nc(i){return i.pickingColors||i.instancePickingColors}var F_={data:{type:"data",value:N_,async:!0},dataComparator:{type:"function",value:null,optional:!0},_dataDiff:{type:"function",value:i=>i&&i.__diff,optional:!0},dataTransform:{type:"function",value:null,optional:!0},onDataLoad:{type:"function",value:null,optional:!0},onError:{type:"function",value:null,optional:!0},fetch:{type:"function",value:(i,{propName:t,layer:e,loaders:o,loadOptions:n,signal:r})=>{let{resourceManager:s}=e.context;n=n||e.getLoadOptions(),o=o||e.props.loaders,r&&(n={...n,core:{...n?.core,fetch:{...n?.core?.fetch,signal:r}}});let a=s.contains(i);return!a&&!n&&(s.add({resourceId:i,data:le(i,o),persistent:!1}),a=!0),a?s.subscribe({resourceId:i,onChange:c=>e.internalState?.reloadAsyncProp(t,c),consumerId:e.id,requestId:t}):le(i,o,n)}},updateTriggers:{},visible:!0,pickable:!1,opacity:{type:"number",min:0,max:1,value:1},operation:"draw",onHover:{type:"function",value:null,optional:!0},onClick:{type:"function",value:null,optional:!0},onDragStart:{type:"function",value:null,optional:!0},onDrag:{type:"function",value:null,optional:!0},onDragEnd:{type:"function",value:null,optional:!0},coordinateSystem:"default",coordinateOrigin:{type:"array",value:[0,0,0],compare:!0},modelMatrix:{type:"array",value:null,compare:!0,optional:!0},wrapLongitude:!1,positionFormat:"XYZ",colorFormat:"RGBA",parameters:{type:"object",value:{},optional:!0,compare:2},loadOptions:{type:"object",value:null,optional:!0,ignore:!0},transitions:null,extensions:[],loaders:{type:"array",value:[],optional:!0,ignore:!0},getPolygonOffset:{type:"function",value:({layerIndex:i})=>[0,-i*100]},highlightedObjectIndex:null,autoHighlight:!1,highlightColor:{type:"accessor",value:[0,0,128,128]}},Ro=class extends Sr{constructor(){super(...arguments),this.internalState=null,this.lifecycle=re.NO_STATE,this.parent=null}static get componentName(){return Object.prototype.hasOwnProperty.call(this,"layerName")?this.layerName:""}get root(){let t=this;for(;t.parent;)t=t.parent;return t}toString(){return`${this.constructor.layerName||this.constructor.name}({id: '${this.props.id}'})`}project(t){z(this.internalState);let e=this.internalState.viewport||this.context.viewport,o=ur(t,{viewport:e,modelMatrix:this.props.modelMatrix,coordinateOrigin:this.props.coordinateOrigin,coordinateSystem:this.props.coordinateSystem}),[n,r,s]=ne(o,e.pixelProjectionMatrix);return t.length===2?[n,r]:[n,r,s]}unproject(t){return z(this.internalState),(this.internalState.viewport||this.context.viewport).unproject(t)}projectPosition(t,e){z(this.internalState);let o=this.internalState.viewport||this.context.viewport;return wh(t,{viewport:o,modelMatrix:this.props.modelMatrix,coordinateOrigin:this.props.coordinateOrigin,coordinateSystem:this.props.coordinateSystem,...e})}get isComposite(){return!1}get isDrawable(){return!0}setState(t){this.setChangeFlags({stateChanged:!0}),Object.assign(this.state,t),this.setNeedsRedraw()}setNeedsRedraw(){this.internalState&&(this.internalState.needsRedraw=!0)}setNeedsUpdate(){this.internalState&&(this.context.layerManager.setNeedsUpdate(String(this)),this.internalState.needsUpdate=!0)}get isLoaded(){return this.internalState?!this.internalState.isAsyncPropLoading():!1}get wrapLongitude(){return this.props.wrapLongitude}isPickable(){return this.props.pickable&&this.props.visible}getModels(){let t=this.state;return t&&(t.models||t.model&&[t.model])||[]}setShaderModuleProps(...t){for(let e of this.getModels())e.shaderInputs.setProps(...t)}getAttributeManager(){return this.internalState&&this.internalState.attributeManager}getCurrentLayer(){return this.internalState&&this.internalState.layer}getLoadOptions(){return this.props.loadOptions}use64bitPositions(){let{coordinateSystem:t}=this.props;return t==="default"||t==="lnglat"||t==="cartesian"}onHover(t,e){return this.props.onHover&&this.props.onHover(t,e)||!1}onClick(t,e){return this.props.onClick&&this.props.onClick(t,e)||!1}nullPickingColor(){return[0,0,0]}encodePickingColor(t,e=[]){return e[0]=t+1&255,e[1]=t+1>>8&255,e[2]=t+1>>8>>8&255,e}decodePickingColor(t){z(t instanceof Uint8Array);let[e,o,n]=t;return e+o*256+n*65536-1}getNumInstances(){return Number.isFinite(this.props.numInstances)?this.props.numInstances:this.state&&this.state.numInstances!==void 0?this.state.numInstances:ru(this.props.data)}getStartIndices(){return this.props.startIndices?this.props.startIndices:this.state&&this.state.startIndices?this.state.startIndices:null}getBounds(){return this.getAttributeManager()?.getBounds(["positions","instancePositions"])}getShaders(t){t=Ja(t,{disableWarnings:!0,modules:this.context.defaultShaderModules});for(let e of this.props.extensions)t=Ja(t,e.getShaders.call(this,e));return t}shouldUpdateState(t){return t.changeFlags.propsOrDataChanged}updateState(t){let e=this.getAttributeManager(),{dataChanged:o}=t.changeFlags;if(o&&e)if(Array.isArray(o))for(let n of o)e.invalidateAll(n);else e.invalidateAll();if(e){let{props:n}=t,r=this.internalState.hasPickingBuffer,s=Number.isInteger(n.highlightedObjectIndex)||!!n.pickable||n.extensions.some(a=>a.getNeedsPickingBuffer.call(this,a));if(r!==s){this.internalState.hasPickingBuffer=s;let a=uu(e.attributes);a&&(s&&a.constant&&(a.constant=!1,e.invalidate(a.id)),!a.value&&!s&&(a.constant=!0,a.value=oc(e.attributes)?[Ni]:[0,0,0]))}}}finalizeState(t){for(let o of this.getModels())o.destroy();let e=this.getAttributeManager();e&&e.finalize(),this.context&&this.context.resourceManager.unsubscribe({consumerId:this.id}),this.internalState&&(this.internalState.uniformTransitions.clear(),this.internalState.finalize())}draw(t){for(let e of this.getModels())e.draw(t.renderPass)}getPickingInfo({info:t,mode:e,sourceLayer:o}){let{index:n}=t;return n>=0&&Array.isArray(this.props.data)&&(t.object=this.props.data[n]),t}raiseError(t,e){e&&(t=new Error(`${e}: ${t.message}`,{cause:t})),this.props.onError?.(t)||this.context?.onError?.(t,this)}getNeedsRedraw(t={clearRedrawFlags:!1}){return this._getNeedsRedraw(t)}needsUpdate(){return this.internalState?this.internalState.needsUpdate||this.hasUniformTransition()||this.shouldUpdateState(this._getUpdateParams()):!1}hasUniformTransition(){return this.internalState?.uniformTransitions.active||!1}activateViewport(t){if(!this.internalState)return;let e=this.internalState.viewport;this.internalState.viewport=t,(!e||!j_({oldViewport:e,viewport:t}))&&(this.setChangeFlags({viewportChanged:!0}),this.isComposite?this.needsUpdate()&&this.setNeedsUpdate():this._update())}invalidateAttribute(t="all"){let e=this.getAttributeManager();e&&(t==="all"?e.invalidateAll():e.invalidate(t))}updateAttributes(t){let e=!1;for(let o in t)t[o].layoutChanged()&&(e=!0);for(let o of this.getModels())this._setModelAttributes(o,t,e)}_updateAttributes(){let t=this.getAttributeManager();if(!t)return;let e=this.props,o=this.getNumInstances(),n=this.getStartIndices();t.update({data:e.data,numInstances:o,startIndices:n,props:e,transitions:e.transitions,buffers:e.data.attributes,context:this});let r=t.getChangedAttributes({clearChangedFlags:!0});this.updateAttributes(r)}_updateAttributeTransition(){let t=this.getAttributeManager();t&&t.updateTransition()}_updateUniformTransition(){let{uniformTransitions:t}=this.internalState;if(t.active){let e=t.update(),o=Object.create(this.props);for(let n in e)Object.defineProperty(o,n,{value:e[n]});return o}return this.props}calculateInstancePickingColors(t,{numInstances:e}){if(t.constant)return;let o=Math.floor(St.length/4);this.internalState.usesPickingColorCache=!0;let n=e>0&&St[0]===0;if(o<e||n){e>hu&&A.warn("Layer has too many data objects. Picking might not be able to distinguish all objects.")(),St=Lt.allocate(St,e,{size:4,copy:!0,maxCount:Math.max(e,hu)});let r=Math.floor(St.length/4),s=[0,0,0],a=n?0:o;for(let c=a;c<r;c++)this.encodePickingColor(c,s),St[c*4+0]=s[0],St[c*4+1]=s[1],St[c*4+2]=s[2],St[c*4+3]=0}t.value=St.subarray(0,e*4)}_setModelAttributes(t,e,o=!1){if(!Object.keys(e).length)return;let n=this.getAttributeManager();if(n?.hasBufferGroups()){this._setGroupedModelAttributes(t,n,e);return}if(o){let c=this.getAttributeManager();t.setBufferLayout(c.getBufferLayouts(t)),e=c.getAttributes()}let r=t.userData?.excludeAttributes||{},s={},a={};for(let c in e){if(r[c])continue;let l=e[c].getValue();for(let f in l){let h=l[f];h instanceof K?e[c].settings.isIndexed?t.setIndexBuffer(h):s[f]=h:h&&(a[f]=h)}}t.setAttributes(s),t.setConstantAttributes(a)}_setGroupedModelAttributes(t,e,o){let n=t.userData?.excludeAttributes||{},r=e.getBufferGroupBindings(o,t,n);t.setBufferLayout(r.bufferLayouts);let s={...r.buffers},a={},c=e.getAttributes();for(let l in c){if(n[l]||r.groupedAttributeIds.has(l))continue;let f=c[l],h=f.getValue();for(let u in h){let d=h[u];d instanceof K?f.settings.isIndexed?t.setIndexBuffer(d):s[u]=d:d&&(a[u]=d)}}t.setAttributes(s),t.setConstantAttributes(a)}disablePickingIndex(t){let e=this.props.data;if(!("attributes"in e)){this._disablePickingIndex(t);return}let o=this.getAttributeManager().attributes,n=oc(o),r=nc(o),s=n&&e.attributes&&e.attributes[n.id];if(s&&s.value){let c=s.value;for(let l=0;l<e.length;l++){let f=n.getVertexOffset(l);c[f]===t&&this._disablePickingIndex(l)}return}let a=r&&e.attributes&&e.attributes[r.id];if(a&&a.value){let c=a.value,l=this.encodePickingColor(t);for(let f=0;f<e.length;f++){let h=r.getVertexOffset(f);c[h]===l[0]&&c[h+1]===l[1]&&c[h+2]===l[2]&&this._disablePickingIndex(f)}}else this._disablePickingIndex(t)}_disablePickingIndex(t){let e=this.getAttributeManager().attributes,o=oc(e);if(o){let a=o.getVertexOffset(t),c=o.getVertexOffset(t+1),l=new Uint32Array(c-a);l.fill(Ni),o.buffer.write(l,a*l.BYTES_PER_ELEMENT);return}let n=nc(e);if(!n){this.internalState&&Hl(this.internalState.disabledPickingIndices,t);return}let r=n.getVertexOffset(t),s=n.getVertexOffset(t+1);n.buffer.write(new Uint8Array(s-r),r)}restorePickingColors(){let t=this.getAttributeManager().attributes,e=uu(t);if(!e){this.internalState&&(this.internalState.disabledPickingIndices.length=0);return}let o=nc(t);this.internalState.usesPickingColorCache&&o&&o.value.buffer!==St.buffer&&(o.value=St.subarray(0,o.value.length)),e.updateSubBuffer({startOffset:0})}_initialize(){z(!this.internalState),G(k_,this);let t=this._getAttributeManager();this.internalState=new Oo({attributeManager:t,layer:this}),this._clearChangeFlags(),this.state={},Object.defineProperty(this.state,"attributeManager",{get:()=>(A.deprecated("layer.state.attributeManager","layer.getAttributeManager()")(),t)}),this.internalState.uniformTransitions=new To(this.context.timeline),this.internalState.onAsyncPropUpdated=this._onAsyncPropUpdated.bind(this),this.internalState.setAsyncProps(this.props),this.initializeState(this.context);for(let e of this.props.extensions)e.initializeState.call(this,this.context,e);this.setChangeFlags({dataChanged:"init",propsChanged:"init",viewportChanged:!0,extensionsChanged:!0}),this._update()}_transferState(t){G(B_,this,this===t);let{state:e,internalState:o}=t;this!==t&&(this.internalState=o,this.state=e,this.internalState.setAsyncProps(this.props),this._diffProps(this.props,this.internalState.getOldProps()))}_update(){let t=this.needsUpdate();if(G(z_,this,t),!t)return;this.context.stats.get("Layer updates").incrementCount();let e=this.props,o=this.context,n=this.internalState,r=o.viewport,s=this._updateUniformTransition();n.propsInTransition=s,o.viewport=n.viewport||r,this.props=s;try{let a=this._getUpdateParams(),c=this.getModels();if(o.device)this.updateState(a);else try{this.updateState(a)}catch{}for(let f of this.props.extensions)f.updateState.call(this,a,f);this.setNeedsRedraw(),this._updateAttributes();let l=this.getModels()[0]!==c[0];this._postUpdate(a,l)}finally{o.viewport=r,this.props=e,this._clearChangeFlags(),n.needsUpdate=!1,n.resetOldProps()}}_finalize(){G(D_,this),this.finalizeState(this.context);for(let t of this.props.extensions)t.finalizeState.call(this,this.context,t)}_drawLayer({renderPass:t,shaderModuleProps:e=null,uniforms:o={},parameters:n={}}){this._updateAttributeTransition();let r=this.props,s=this.context;this.props=this.internalState.propsInTransition||r;try{e&&this.setShaderModuleProps(e);let{getPolygonOffset:a}=this.props,c=a&&a(o)||[0,0];s.device instanceof pn&&s.device.setParametersWebGL({polygonOffset:c});let l=s.device instanceof pn?null:U_(n);if(V_(this.getModels(),t,n,l),s.device instanceof pn)s.device.withParametersWebGL(n,()=>{let f={renderPass:t,shaderModuleProps:e,uniforms:o,parameters:n,context:s};for(let h of this.props.extensions)h.draw.call(this,f,h);this.draw(f)});else{l?.renderPassParameters&&t.setParameters(l.renderPassParameters);let f={renderPass:t,shaderModuleProps:e,uniforms:o,parameters:n,context:s};for(let h of this.props.extensions)h.draw.call(this,f,h);this.draw(f)}}finally{this.props=r}}getChangeFlags(){return this.internalState?.changeFlags}setChangeFlags(t){if(!this.internalState)return;let{changeFlags:e}=this.internalState;for(let n in t)if(t[n]){let r=!1;switch(n){case"dataChanged":let s=t[n],a=e[n];s&&Array.isArray(a)&&(e.dataChanged=Array.isArray(s)?a.concat(s):s,r=!0);default:e[n]||(e[n]=t[n],r=!0)}r&&G(R_,this,n,t)}let o=!!(e.dataChanged||e.updateTriggersChanged||e.propsChanged||e.extensionsChanged);e.propsOrDataChanged=o,e.somethingChanged=o||e.viewportChanged||e.stateChanged}_clearChangeFlags(){this.internalState.changeFlags={dataChanged:!1,propsChanged:!1,updateTriggersChanged:!1,viewportChanged:!1,stateChanged:!1,extensionsChanged:!1,propsOrDataChanged:!1,somethingChanged:!1}}_diffProps(t,e){let o=ou(t,e);if(o.updateTriggersChanged)for(let n in o.updateTriggersChanged)o.updateTriggersChanged[n]&&this.invalidateAttribute(n);if(o.transitionsChanged)for(let n in o.transitionsChanged)this.internalState.uniformTransitions.add(n,e[n],t[n],t.transitions?.[n]);return this.setChangeFlags(o)}validateProps(){iu(this.props)}updateAutoHighlight(t){this.props.autoHighlight&&!Number.isInteger(this.props.highlightedObjectIndex)&&this._updateAutoHighlight(t)}_updateAutoHighlight(t){let e={highlightedObjectColor:t.picked?t.color:null},{highlightColor:o}=this.props;t.picked&&typeof o=="function"&&(e.highlightColor=o(t)),this.setShaderModuleProps({picking:e}),this.setNeedsRedraw()}_getAttributeManager(){let t=this.context;return new Co(t.device,{id:this.props.id,stats:t.stats,timeline:t.timeline})}_postUpdate(t,e){let{props:o,oldProps:n}=t,r=this.state.model;r?.isInstanced&&r.setInstanceCount(this.getNumInstances());let{autoHighlight:s,highlightedObjectIndex:a,highlightColor:c}=o;if(e||n.autoHighlight!==s||n.highlightedObjectIndex!==a||n.highlightColor!==c){let l={};Array.isArray(c)&&(l.highlightColor=c),(e||n.autoHighlight!==s||a!==n.highlightedObjectIndex)&&(l.highlightedObjectColor=Number.isFinite(a)&&a>=0?this.encodePickingColor(a):null),this.setShaderModuleProps({picking:l})}}_getUpdateParams(){return{props:this.props,oldProps:this.internalState.getOldProps(),context:this.context,changeFlags:this.internalState.changeFlags}}_getNeedsRedraw(t){if(!this.internalState)return!1;let e=!1;e=e||this.internalState.needsRedraw&&this.id;let o=this.getAttributeManager(),n=o?o.getNeedsRedraw(t):!1;if(e=e||n,e)for(let r of this.props.extensions)r.onNeedsRedraw.call(this,r);return this.internalState.needsRedraw=this.internalState.needsRedraw&&!t.clearRedrawFlags,e}_onAsyncPropUpdated(){this._diffProps(this.props,this.internalState.getOldProps()),this.setNeedsUpdate()}};Ro.defaultProps=F_;Ro.layerName="Layer";var it=Ro;function U_(i){let{blendConstant:t,...e}=i;return t?{pipelineParameters:e,renderPassParameters:{blendConstant:t}}:{pipelineParameters:e}}function V_(i,t,e,o){for(let n of i)n.device.type==="webgpu"?(W_(n,t),n.setParameters({...n.parameters,...o?.pipelineParameters})):n.setParameters(e)}function W_(i,t){let e=t.props.framebuffer||(t.framebuffer??null);if(!e)return;let o=e.colorAttachments.map(s=>s?.texture?.format??null),n=e.depthStencilAttachment?.texture?.format,r=i;(!G_(r.props.colorAttachmentFormats,o)||r.props.depthStencilAttachmentFormat!==n)&&(r.props.colorAttachmentFormats=o,r.props.depthStencilAttachmentFormat=n,r._setPipelineNeedsUpdate("attachment formats"))}function G_(i,t){if(i===t)return!0;if(!i||!t||i.length!==t.length)return!1;for(let e=0;e<i.length;e++)if(i[e]!==t[e])return!1;return!0}var Y_="compositeLayer.renderLayers",Cr=class extends it{get isComposite(){return!0}get isDrawable(){return!1}get isLoaded(){return super.isLoaded&&this.getSubLayers().every(t=>t.isLoaded)}getSubLayers(){return this.internalState&&this.internalState.subLayers||[]}initializeState(t){}setState(t){super.setState(t),this.setNeedsUpdate()}getPickingInfo({info:t}){let{object:e}=t;return e&&e.__source&&e.__source.parent&&e.__source.parent.id===this.id&&(t.object=e.__source.object,t.index=e.__source.index),t}filterSubLayer(t){return!0}shouldRenderSubLayer(t,e){return e&&e.length}getSubLayerClass(t,e){let{_subLayerProps:o}=this.props;return o&&o[t]&&o[t].type||e}getSubLayerRow(t,e,o){return t.__source={parent:this,object:e,index:o},t}getSubLayerAccessor(t){if(typeof t=="function"){let e={index:-1,data:this.props.data,target:[]};return(o,n)=>o&&o.__source?(e.index=o.__source.index,t(o.__source.object,e)):t(o,n)}return t}getSubLayerProps(t={}){let{opacity:e,pickable:o,visible:n,parameters:r,getPolygonOffset:s,highlightedObjectIndex:a,autoHighlight:c,highlightColor:l,coordinateSystem:f,coordinateOrigin:h,wrapLongitude:u,positionFormat:d,modelMatrix:p,extensions:g,fetch:m,operation:v,_subLayerProps:_}=this.props,y={id:"",updateTriggers:{},opacity:e,pickable:o,visible:n,parameters:r,getPolygonOffset:s,highlightedObjectIndex:a,autoHighlight:c,highlightColor:l,coordinateSystem:f,coordinateOrigin:h,wrapLongitude:u,positionFormat:d,modelMatrix:p,extensions:g,fetch:m,operation:v},x=_&&t.id&&_[t.id],P=x&&x.updateTriggers,w=t.id||"sublayer";if(x){let E=this.props[_t],S=t.type?t.type._propTypes:{};for(let C in x){let b=S[C]||E[C];b&&b.type==="accessor"&&(x[C]=this.getSubLayerAccessor(x[C]))}}Object.assign(y,t,x),y.id=`${this.props.id}-${w}`,y.updateTriggers={all:this.props.updateTriggers?.all,...t.updateTriggers,...P};for(let E of g){let S=E.getSubLayerProps.call(this,E);S&&Object.assign(y,S,{updateTriggers:Object.assign(y.updateTriggers,S.updateTriggers)})}return y}_updateAutoHighlight(t){for(let e of this.getSubLayers())e.updateAutoHighlight(t)}_getAttributeManager(){return null}_postUpdate(t,e){let o=this.internalState.subLayers,n=!o||this.needsUpdate();if(n){let r=this.renderLayers();o=ii(r,Boolean),this.internalState.subLayers=o}G(Y_,this,n,o);for(let r of o)r.parent=this}};Cr.layerName="CompositeLayer";var ze=Cr;var de=class{constructor(t){this.indexStarts=[0],this.vertexStarts=[0],this.vertexCount=0,this.instanceCount=0;let{attributes:e={}}=t;this.typedArrayManager=Lt,this.attributes={},this._attributeDefs=e,this.opts=t,this.updateGeometry(t)}updateGeometry(t){Object.assign(this.opts,t);let{data:e,buffers:o={},getGeometry:n,geometryBuffer:r,positionFormat:s,dataChanged:a,normalize:c=!0}=this.opts;if(this.data=e,this.getGeometry=n,this.positionSize=r&&r.size||(s==="XY"?2:3),this.buffers=o,this.normalize=c,r&&(z(e.startIndices),this.getGeometry=this.getGeometryFromBuffer(r),c||(o.vertexPositions=r)),this.geometryBuffer=o.vertexPositions,Array.isArray(a))for(let l of a)this._rebuildGeometry(l);else this._rebuildGeometry()}updatePartialGeometry({startRow:t,endRow:e}){this._rebuildGeometry({startRow:t,endRow:e})}getGeometryFromBuffer(t){let e=t.value||t;return ArrayBuffer.isView(e)?pr(e,{size:this.positionSize,offset:t.offset,stride:t.stride,startIndices:this.data.startIndices}):null}_allocate(t,e){let{attributes:o,buffers:n,_attributeDefs:r,typedArrayManager:s}=this;for(let a in r)if(a in n)s.release(o[a]),o[a]=null;else{let c=r[a];c.copy=e,o[a]=s.allocate(o[a],t,c)}}_forEachGeometry(t,e,o){let{data:n,getGeometry:r}=this,{iterable:s,objectInfo:a}=gt(n,e,o);for(let c of s){a.index++;let l=r?r(c,a):null;t(l,a.index)}}_rebuildGeometry(t){if(!this.data)return;let{indexStarts:e,vertexStarts:o,instanceCount:n}=this,{data:r,geometryBuffer:s}=this,{startRow:a=0,endRow:c=1/0}=t||{},l={};if(t||(e=[0],o=[0]),this.normalize||!s)this._forEachGeometry((h,u)=>{let d=h&&this.normalizeGeometry(h);l[u]=d,o[u+1]=o[u]+(d?this.getGeometrySize(d):0)},a,c),n=o[o.length-1];else if(o=r.startIndices,n=o[r.length]||0,ArrayBuffer.isView(s))n=n||s.length/this.positionSize;else if(s instanceof K){let h=this.positionSize*4;n=n||s.byteLength/h}else if(s.buffer){let h=s.stride||this.positionSize*4;n=n||s.buffer.byteLength/h}else if(s.value){let h=s.value,u=s.stride/h.BYTES_PER_ELEMENT||this.positionSize;n=n||h.length/u}this._allocate(n,!!t),this.indexStarts=e,this.vertexStarts=o,this.instanceCount=n;let f={};this._forEachGeometry((h,u)=>{let d=l[u]||h;f.vertexStart=o[u],f.indexStart=e[u];let p=u<o.length-1?o[u+1]:n;f.geometrySize=p-o[u],f.geometryIndex=u,this.updateGeometryAttributes(d,f)},a,c),this.vertexCount=e[e.length-1]}};var du=`layout(std140) uniform lineUniforms {
  float widthScale;
  float widthMinPixels;
  float widthMaxPixels;
  float useShortestPath;
  highp int widthUnits;
} line;
`,pu={name:"line",source:"",vs:du,fs:du,uniformTypes:{widthScale:"f32",widthMinPixels:"f32",widthMaxPixels:"f32",useShortestPath:"f32",widthUnits:"i32"}};var gu=`// ---------- Helper Structures & Functions ----------

// Placeholder filter functions.
fn deckgl_filter_size(offset: vec3<f32>, geometry: Geometry) -> vec3<f32> {
  return offset;
}
fn deckgl_filter_gl_position(p: vec4<f32>, geometry: Geometry) -> vec4<f32> {
  if (picking.isAttribute > 0.5) {
    // For depth picking, write normalized depth into the picking payload.
    // This mirrors the legacy DECKGL_FILTER_GL_POSITION hook on WebGL.
  }
  return p;
}

// Compute an extrusion offset given a line direction (in clipspace),
// an offset direction (-1 or 1), and a width in pixels.
// Assumes a uniform "project" with a viewportSize field is available.
fn getExtrusionOffset(line_clipspace: vec2<f32>, offset_direction: f32, width: f32) -> vec2<f32> {
  // project.viewportSize should be provided as a uniform (not shown here)
  let dir_screenspace = normalize(line_clipspace * project.viewportSize);
  // Rotate by 90\xB0: (x,y) becomes (-y,x)
  let rotated = vec2<f32>(-dir_screenspace.y, dir_screenspace.x);
  return rotated * offset_direction * width / 2.0;
}

// Splits the line between two points at a given x coordinate.
// Interpolates the y and z components.
fn splitLine(a: vec3<f32>, b: vec3<f32>, x: f32) -> vec3<f32> {
  let t: f32 = (x - a.x) / (b.x - a.x);
  return vec3<f32>(x, a.yz + t * (b.yz - a.yz));
}

// ---------- Uniforms & Global Structures ----------

struct LineUniforms {
  widthScale: f32,
  widthMinPixels: f32,
  widthMaxPixels: f32,
  useShortestPath: f32,
  widthUnits: i32,
};

@group(0) @binding(0)
var<uniform> line: LineUniforms;



// ---------- Vertex Output Structure ----------

struct Varyings {
  @builtin(position) gl_Position: vec4<f32>,
  @location(0) vColor: vec4<f32>,
  @location(1) uv: vec2<f32>,
  @location(2) pickingColor: vec3<f32>,
};

// ---------- Vertex Shader Entry Point ----------

@vertex
fn vertexMain(
  @builtin(instance_index) instanceIndex: u32,
  @location(0) positions: vec3<f32>,
  @location(1) instanceSourcePositions: vec3<f32>,
  @location(2) instanceTargetPositions: vec3<f32>,
  @location(3) instanceSourcePositions64Low: vec3<f32>,
  @location(4) instanceTargetPositions64Low: vec3<f32>,
  @location(5) instanceColors: vec4<f32>,
  @location(6) instanceWidths: f32
) -> Varyings {
  geometry.worldPosition = instanceSourcePositions;
  geometry.worldPositionAlt = instanceTargetPositions;

  var source_world: vec3<f32> = instanceSourcePositions;
  var target_world: vec3<f32> = instanceTargetPositions;
  var source_world_64low: vec3<f32> = instanceSourcePositions64Low;
  var target_world_64low: vec3<f32> = instanceTargetPositions64Low;

  // Apply shortest-path adjustments if needed.
  if (line.useShortestPath > 0.5 || line.useShortestPath < -0.5) {
    source_world.x = (source_world.x + 180.0 % 360.0) - 180.0;
    target_world.x = (target_world.x + 180.0 % 360.0) - 180.0;
    let deltaLng: f32 = target_world.x - source_world.x;

    if (deltaLng * line.useShortestPath > 180.0) {
      source_world.x = source_world.x + 360.0 * line.useShortestPath;
      source_world = splitLine(source_world, target_world, 180.0 * line.useShortestPath);
      source_world_64low = vec3<f32>(0.0, 0.0, 0.0);
    } else if (deltaLng * line.useShortestPath < -180.0) {
      target_world.x = target_world.x + 360.0 * line.useShortestPath;
      target_world = splitLine(source_world, target_world, 180.0 * line.useShortestPath);
      target_world_64low = vec3<f32>(0.0, 0.0, 0.0);
    } else if (line.useShortestPath < 0.0) {
      var abortOut: Varyings;
      abortOut.gl_Position = vec4<f32>(0.0);
      abortOut.vColor = vec4<f32>(0.0);
      abortOut.uv = vec2<f32>(0.0);
      return abortOut;
    }
  }

  // Project Pos and target positions to clip space.
  let sourceResult = project_position_to_clipspace_and_commonspace(source_world, source_world_64low, vec3<f32>(0.0));
  let targetResult = project_position_to_clipspace_and_commonspace(target_world, target_world_64low, vec3<f32>(0.0));
  let sourcePos: vec4<f32> = sourceResult.clipPosition;
  let targetPos: vec4<f32> = targetResult.clipPosition;
  let source_commonspace: vec4<f32> = sourceResult.commonPosition;
  let target_commonspace: vec4<f32> = targetResult.commonPosition;

  // Interpolate along the line segment.
  let segmentIndex: f32 = positions.x;
  let p: vec4<f32> = sourcePos + segmentIndex * (targetPos - sourcePos);
  geometry.position = source_commonspace + segmentIndex * (target_commonspace - source_commonspace);
#ifdef ANTIALIASING
  var uv: vec2<f32> = positions.xy;
#else
  let uv: vec2<f32> = positions.xy;
#endif
  geometry.uv = uv;
  geometry.pickingColor = picking_getPickingColorFromIndex(instanceIndex);

  // Determine width in pixels.
  let widthPixels: f32 = clamp(
    project_unit_size_to_pixel(instanceWidths * line.widthScale, line.widthUnits),
    line.widthMinPixels, line.widthMaxPixels
  );

  // Compute extrusion offset.
  let extrusion: vec2<f32> = getExtrusionOffset(targetPos.xy - sourcePos.xy, positions.y, widthPixels);
  let offset: vec3<f32> = vec3<f32>(extrusion, 0.0);

  // Apply deck.gl filter functions.
#ifdef ANTIALIASING
  var filteredOffset = deckgl_filter_size(offset, geometry);
  let halfWidthPixels = length(filteredOffset.xy);
  if (halfWidthPixels > 0.0) {
    // Keep the declared edge at abs(uv.y) == 1 while rasterizing the outer half of the centered
    // one-device-pixel coverage ramp.
    let coverageScale = 1.0 + 0.5 / project.devicePixelRatio / halfWidthPixels;
    filteredOffset *= coverageScale;
    uv.y *= coverageScale;
  }
  geometry.uv = uv;
#else
  let filteredOffset = deckgl_filter_size(offset, geometry);
#endif
  let filteredP = deckgl_filter_gl_position(p, geometry);

  let clipOffset: vec2<f32> = project_pixel_size_to_clipspace(filteredOffset.xy);
  let finalPosition: vec4<f32> = filteredP + vec4<f32>(clipOffset, 0.0, 0.0);

  // Compute color.
  var vColor: vec4<f32> = vec4<f32>(instanceColors.rgb, instanceColors.a * layer.opacity);
  // vColor = deckgl_filter_color(vColor, geometry);

  var output: Varyings;
  output.gl_Position = finalPosition;
  output.vColor = vColor;
  output.uv = uv;
  output.pickingColor = geometry.pickingColor;
  return output;
}

@fragment
fn fragmentMain(
  @location(0) vColor: vec4<f32>,
  @location(1) uv: vec2<f32>,
  @location(2) pickingColor: vec3<f32>
) -> @location(0) vec4<f32> {
  // Create and initialize geometry with the provided uv.
  var geometry: Geometry;
  geometry.uv = uv;

  // Start with the input color.
  var fragColor: vec4<f32> = vColor;

#ifdef ANTIALIASING
  // Distance to the edge in device pixels, from the derivative of uv.y. Taken in uniform control
  // flow, ahead of the picking discard below
  let edgeCoord = abs(uv.y);
  let edgePixels = (1.0 - edgeCoord) / max(fwidth(edgeCoord), 1e-6);

  // Fragments outside the coverage ramp must not write depth or picking colors.
  if (edgePixels <= -SMOOTH_EDGE_RADIUS) {
    discard;
  }

  // Feather one device pixel across the width, before premultiplication below. The ends are left
  // hard - they abut neighbors
  fragColor.a *= smoothedge(0.0, edgePixels);
#endif

  if (picking.isActive > 0.5) {
    if (!picking_isColorValid(pickingColor)) {
      discard;
    }
    return vec4<f32>(pickingColor, 1.0);
  }

  if (picking.isHighlightActive > 0.5) {
    let highlightedObjectColor = picking_normalizeColor(picking.highlightedObjectColor);
    if (picking_isColorZero(abs(pickingColor - highlightedObjectColor))) {
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
}
`;var mu=`#version 300 es
#define SHADER_NAME line-layer-vertex-shader
in vec3 positions;
in vec3 instanceSourcePositions;
in vec3 instanceTargetPositions;
in vec3 instanceSourcePositions64Low;
in vec3 instanceTargetPositions64Low;
in vec4 instanceColors;
in float instanceWidths;
out vec4 vColor;
out vec2 uv;
vec2 getExtrusionOffset(vec2 line_clipspace, float offset_direction, float width) {
vec2 dir_screenspace = normalize(line_clipspace * project.viewportSize);
dir_screenspace = vec2(-dir_screenspace.y, dir_screenspace.x);
return dir_screenspace * offset_direction * width / 2.0;
}
vec3 splitLine(vec3 a, vec3 b, float x) {
float t = (x - a.x) / (b.x - a.x);
return vec3(x, mix(a.yz, b.yz, t));
}
void main(void) {
geometry.worldPosition = instanceSourcePositions;
geometry.worldPositionAlt = instanceTargetPositions;
vec3 source_world = instanceSourcePositions;
vec3 target_world = instanceTargetPositions;
vec3 source_world_64low = instanceSourcePositions64Low;
vec3 target_world_64low = instanceTargetPositions64Low;
if (line.useShortestPath > 0.5 || line.useShortestPath < -0.5) {
source_world.x = mod(source_world.x + 180., 360.0) - 180.;
target_world.x = mod(target_world.x + 180., 360.0) - 180.;
float deltaLng = target_world.x - source_world.x;
if (deltaLng * line.useShortestPath > 180.) {
source_world.x += 360. * line.useShortestPath;
source_world = splitLine(source_world, target_world, 180. * line.useShortestPath);
source_world_64low = vec3(0.0);
} else if (deltaLng * line.useShortestPath < -180.) {
target_world.x += 360. * line.useShortestPath;
target_world = splitLine(source_world, target_world, 180. * line.useShortestPath);
target_world_64low = vec3(0.0);
} else if (line.useShortestPath < 0.) {
gl_Position = vec4(0.);
return;
}
}
vec4 source_commonspace;
vec4 target_commonspace;
vec4 source = project_position_to_clipspace(source_world, source_world_64low, vec3(0.), source_commonspace);
vec4 target = project_position_to_clipspace(target_world, target_world_64low, vec3(0.), target_commonspace);
float segmentIndex = positions.x;
vec4 p = mix(source, target, segmentIndex);
geometry.position = mix(source_commonspace, target_commonspace, segmentIndex);
uv = positions.xy;
geometry.uv = uv;
geometry.pickingColor = picking_getPickingColorFromInstanceID();
float widthPixels = clamp(
project_size_to_pixel(instanceWidths * line.widthScale, line.widthUnits),
line.widthMinPixels, line.widthMaxPixels
);
vec3 offset = vec3(
getExtrusionOffset(target.xy - source.xy, positions.y, widthPixels),
0.0);
DECKGL_FILTER_SIZE(offset, geometry);
#ifdef ANTIALIASING
float halfWidthPixels = length(offset.xy);
if (halfWidthPixels > 0.0) {
float coverageScale = 1.0 + 0.5 / project.devicePixelRatio / halfWidthPixels;
offset.xy *= coverageScale;
uv.y *= coverageScale;
}
geometry.uv = uv;
#endif
DECKGL_FILTER_GL_POSITION(p, geometry);
gl_Position = p + vec4(project_pixel_size_to_clipspace(offset.xy), 0.0, 0.0);
vColor = vec4(instanceColors.rgb, instanceColors.a * layer.opacity);
DECKGL_FILTER_COLOR(vColor, geometry);
}
`;var yu=`#version 300 es
#define SHADER_NAME line-layer-fragment-shader
precision highp float;
in vec4 vColor;
in vec2 uv;
out vec4 fragColor;
void main(void) {
geometry.uv = uv;
fragColor = vColor;
#ifdef ANTIALIASING
float edgeCoord = abs(uv.y);
float edgePixels = (1.0 - edgeCoord) / max(fwidth(edgeCoord), 1e-6);
if (edgePixels <= -SMOOTH_EDGE_RADIUS) {
discard;
}
fragColor.a *= smoothedge(0.0, edgePixels);
#endif
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;var $_=[0,0,0,255],H_={getSourcePosition:{type:"accessor",value:i=>i.sourcePosition},getTargetPosition:{type:"accessor",value:i=>i.targetPosition},getColor:{type:"accessor",value:$_},getWidth:{type:"accessor",value:1},widthUnits:"pixels",widthScale:{type:"number",value:1,min:0},widthMinPixels:{type:"number",value:0,min:0},widthMaxPixels:{type:"number",value:Number.MAX_SAFE_INTEGER,min:0},antialiasing:!1},ko=class extends it{getBounds(){return this.getAttributeManager()?.getBounds(["instanceSourcePositions","instanceTargetPositions"])}getShaders(){let{antialiasing:t}=this.props;return super.getShaders({vs:mu,fs:yu,source:gu,defines:t?{ANTIALIASING:1}:{},modules:[st,rt,at,pu]})}get wrapLongitude(){return!1}initializeState(){this.getAttributeManager().addInstanced({instanceSourcePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getSourcePosition"},instanceTargetPositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getTargetPosition"},instanceColors:{size:this.props.colorFormat.length,type:"unorm8",transition:!0,accessor:"getColor",defaultValue:[0,0,0,255]},instanceWidths:{size:1,transition:!0,accessor:"getWidth",defaultValue:1}})}updateState(t){super.updateState(t);let{props:e,oldProps:o,changeFlags:n}=t;(n.extensionsChanged||e.antialiasing!==o.antialiasing)&&(this.state.model?.destroy(),this.state.model=this._getModel(),this.getAttributeManager().invalidateAll())}draw({uniforms:t}){let{widthUnits:e,widthScale:o,widthMinPixels:n,widthMaxPixels:r,wrapLongitude:s}=this.props,a=this.state.model,c={widthUnits:X[e],widthScale:o,widthMinPixels:n,widthMaxPixels:r,useShortestPath:s?1:0};a.shaderInputs.setProps({line:c}),a.draw(this.context.renderPass),s&&(a.shaderInputs.setProps({line:{...c,useShortestPath:-1}}),a.draw(this.context.renderPass))}_getModel(){let t=[0,-1,0,0,1,0,1,-1,0,1,1,0];return new ot(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new ht({topology:"triangle-strip",attributes:{positions:{size:3,value:new Float32Array(t)}}}),isInstanced:!0})}};ko.layerName="LineLayer";ko.defaultProps=H_;var Z_=ko;var xu=`layout(std140) uniform scatterplotUniforms {
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
`,vu={name:"scatterplot",vs:xu,fs:xu,source:"",uniformTypes:{radiusScale:"f32",radiusMinPixels:"f32",radiusMaxPixels:"f32",lineWidthScale:"f32",lineWidthMinPixels:"f32",lineWidthMaxPixels:"f32",stroked:"f32",filled:"f32",antialiasing:"f32",billboard:"f32",radiusUnits:"i32",lineWidthUnits:"i32"}};var _u=`#version 300 es
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
`;var Pu=`#version 300 es
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
`;var q_=`// Main shaders

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
`;function wu(i){return q_.replace("PICKING_COLOR_ATTRIBUTE",i?"@location(8) rowIndexes: u32,":"").replace("PICKING_COLOR_VALUE",i?"picking_getPickingColorFromIndex(attributes.rowIndexes)":"picking_getPickingColorFromIndex(attributes.instanceIndex)")}var X_=`struct ClipUniforms {
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
`,K_={name:"clip",source:X_,props:{},uniforms:{},bindingLayout:[{name:"clip",group:2}],uniformTypes:{enabled:"i32",mode:"i32",bounds:"vec4<f32>"},defaultUniforms:{enabled:0,mode:0,bounds:[0,0,1,1]},getUniforms(i={}){let t={};return i.enabled!==void 0&&(t.enabled=i.enabled?1:0),i.mode!==void 0&&(t.mode=i.mode==="instance"?1:0),i.bounds!==void 0&&(t.bounds=i.bounds),t}},gi=K_;var bu=[0,0,0,255],J_={radiusUnits:"meters",radiusScale:{type:"number",min:0,value:1},radiusMinPixels:{type:"number",min:0,value:0},radiusMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},lineWidthUnits:"meters",lineWidthScale:{type:"number",min:0,value:1},lineWidthMinPixels:{type:"number",min:0,value:0},lineWidthMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},stroked:!1,filled:!0,billboard:!1,antialiasing:!0,getPosition:{type:"accessor",value:i=>i.position},getRadius:{type:"accessor",value:1},getFillColor:{type:"accessor",value:bu},getLineColor:{type:"accessor",value:bu},getLineWidth:{type:"accessor",value:1},getPixelOffset:{type:"accessor",value:[0,0]},strokeWidth:{deprecatedFor:"getLineWidth"},outline:{deprecatedFor:"stroked"},getColor:{deprecatedFor:["getFillColor","getLineColor"]}},zo=class extends it{getShaders(){let t=!!this.props.data?.attributes?.rowIndexes;return super.getShaders({vs:_u,fs:Pu,source:wu(t),defines:t?{USE_ROW_INDEXES:!0}:{},modules:[st,rt,at,vu,...this.context.device.type==="webgpu"?[gi]:[]]})}initializeState(){let t=this.props.data?.attributes?.rowIndexes?{rowIndexes:{size:1,type:"uint32",noAlloc:!0}}:{};this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceRadius:{size:1,transition:!0,accessor:"getRadius",defaultValue:1,bufferGroup:"scatterplot-instance-data"},instanceFillColors:{size:this.props.colorFormat.length,transition:!0,type:"unorm8",accessor:"getFillColor",defaultValue:[0,0,0,255],bufferGroup:"scatterplot-instance-data"},instanceLineColors:{size:this.props.colorFormat.length,transition:!0,type:"unorm8",accessor:"getLineColor",defaultValue:[0,0,0,255],bufferGroup:"scatterplot-instance-data"},instanceLineWidths:{size:1,transition:!0,accessor:"getLineWidth",defaultValue:1,bufferGroup:"scatterplot-instance-data"},instancePixelOffset:{size:2,transition:!0,accessor:"getPixelOffset",bufferGroup:"scatterplot-instance-data"},...t})}updateState(t){super.updateState(t),t.changeFlags.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),this.getAttributeManager().invalidateAll())}draw({uniforms:t}){let{radiusUnits:e,radiusScale:o,radiusMinPixels:n,radiusMaxPixels:r,stroked:s,filled:a,billboard:c,antialiasing:l,lineWidthUnits:f,lineWidthScale:h,lineWidthMinPixels:u,lineWidthMaxPixels:d}=this.props,p={stroked:s,filled:a,billboard:c,antialiasing:l,radiusUnits:X[e],radiusScale:o,radiusMinPixels:n,radiusMaxPixels:r,lineWidthUnits:X[f],lineWidthScale:h,lineWidthMinPixels:u,lineWidthMaxPixels:d},g=this.state.model;g.shaderInputs.setProps({scatterplot:p}),g.draw(this.context.renderPass)}_getModel(){let t=[-1,-1,0,1,-1,0,-1,1,0,1,1,0];return new ot(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new ht({topology:"triangle-strip",attributes:{positions:{size:3,value:new Float32Array(t)}}}),isInstanced:!0})}};zo.defaultProps=J_;zo.layerName="ScatterplotLayer";var rc=zo;var Er={CLOCKWISE:1,COUNTER_CLOCKWISE:-1};function Do(i,t,e={}){return Su(i,e)!==t?(Q_(i,e),!0):!1}function Su(i,t={}){return Math.sign(Mr(i,t))}var sc={x:0,y:1,z:2};function Mr(i,t={}){let{start:e=0,end:o=i.length,plane:n="xy"}=t,r=t.size||2,s=0,a=sc[n[0]],c=sc[n[1]];for(let l=e,f=o-r;l<o;l+=r)s+=(i[l+a]-i[f+a])*(i[l+c]+i[f+c]),f=l;return s/2}function Q_(i,t){let{start:e=0,end:o=i.length,size:n=2}=t,r=(o-e)/n,s=Math.floor(r/2);for(let a=0;a<s;++a){let c=e+a*n,l=e+(r-1-a)*n;for(let f=0;f<n;++f){let h=i[c+f];i[c+f]=i[l+f],i[l+f]=h}}}function ft(i,t){let e=t.length,o=i.length;if(o>0){let n=!0;for(let r=0;r<e;r++)if(i[o-e+r]!==t[r]){n=!1;break}if(n)return!1}for(let n=0;n<e;n++)i[o+n]=t[n];return!0}function Bo(i,t){let e=t.length;for(let o=0;o<e;o++)i[o]=t[o]}function pe(i,t,e,o,n=[]){let r=o+t*e;for(let s=0;s<e;s++)n[s]=i[r+s];return n}function Tr(i,t,e,o,n=[]){let r,s;if(e&8)r=(o[3]-i[1])/(t[1]-i[1]),s=3;else if(e&4)r=(o[1]-i[1])/(t[1]-i[1]),s=1;else if(e&2)r=(o[2]-i[0])/(t[0]-i[0]),s=2;else if(e&1)r=(o[0]-i[0])/(t[0]-i[0]),s=0;else return null;for(let a=0;a<i.length;a++)n[a]=(s&1)===a?o[s]:r*(t[a]-i[a])+i[a];return n}function No(i,t){let e=0;return i[0]<t[0]?e|=1:i[0]>t[2]&&(e|=2),i[1]<t[1]?e|=4:i[1]>t[3]&&(e|=8),e}function jo(i,t){let{size:e=2,broken:o=!1,gridResolution:n=10,gridOffset:r=[0,0],startIndex:s=0,endIndex:a=i.length}=t||{},c=(a-s)/e,l=[],f=[l],h=pe(i,0,e,s),u,d,p=Mu(h,n,r,[]),g=[];ft(l,h);for(let m=1;m<c;m++){for(u=pe(i,m,e,s,u),d=No(u,p);d;){Tr(h,u,d,p,g);let v=No(g,p);v&&(Tr(h,g,v,p,g),d=v),ft(l,g),Bo(h,g),iP(p,n,d),o&&l.length>e&&(l=[],f.push(l),ft(l,h)),d=No(u,p)}ft(l,u),Bo(h,u)}return o?f:f[0]}var Cu=0,eP=1;function Fo(i,t=null,e){if(!i.length)return[];let{size:o=2,gridResolution:n=10,gridOffset:r=[0,0],edgeTypes:s=!1}=e||{},a=[],c=[{pos:i,types:s?new Array(i.length/o).fill(eP):null,holes:t||[]}],l=[[],[]],f=[];for(;c.length;){let{pos:h,types:u,holes:d}=c.shift();oP(h,o,d[0]||h.length,l),f=Mu(l[0],n,r,f);let p=No(l[1],f);if(p){let g=Eu(h,u,o,0,d[0]||h.length,f,p),m={pos:g[0].pos,types:g[0].types,holes:[]},v={pos:g[1].pos,types:g[1].types,holes:[]};c.push(m,v);for(let _=0;_<d.length;_++)g=Eu(h,u,o,d[_],d[_+1]||h.length,f,p),g[0]&&(m.holes.push(m.pos.length),m.pos=Lr(m.pos,g[0].pos),s&&(m.types=Lr(m.types,g[0].types))),g[1]&&(v.holes.push(v.pos.length),v.pos=Lr(v.pos,g[1].pos),s&&(v.types=Lr(v.types,g[1].types)))}else{let g={positions:h};s&&(g.edgeTypes=u),d.length&&(g.holeIndices=d),a.push(g)}}return a}function Eu(i,t,e,o,n,r,s){let a=(n-o)/e,c=[],l=[],f=[],h=[],u=[],d,p,g,m=pe(i,a-1,e,o),v=Math.sign(s&8?m[1]-r[3]:m[0]-r[2]),_=t&&t[a-1],y=0,x=0;for(let P=0;P<a;P++)d=pe(i,P,e,o,d),p=Math.sign(s&8?d[1]-r[3]:d[0]-r[2]),g=t&&t[o/e+P],p&&v&&v!==p&&(Tr(m,d,s,r,u),ft(c,u)&&f.push(_),ft(l,u)&&h.push(_)),p<=0?(ft(c,d)&&f.push(g),y-=p):f.length&&(f[f.length-1]=Cu),p>=0?(ft(l,d)&&h.push(g),x+=p):h.length&&(h[h.length-1]=Cu),Bo(m,d),v=p,_=g;return[y?{pos:c,types:t&&f}:null,x?{pos:l,types:t&&h}:null]}function Mu(i,t,e,o){let n=Math.floor((i[0]-e[0])/t)*t+e[0],r=Math.floor((i[1]-e[1])/t)*t+e[1];return o[0]=n,o[1]=r,o[2]=n+t,o[3]=r+t,o}function iP(i,t,e){e&8?(i[1]+=t,i[3]+=t):e&4?(i[1]-=t,i[3]-=t):e&2?(i[0]+=t,i[2]+=t):e&1&&(i[0]-=t,i[2]-=t)}function oP(i,t,e,o){let n=1/0,r=-1/0,s=1/0,a=-1/0;for(let c=0;c<e;c+=t){let l=i[c],f=i[c+1];n=l<n?l:n,r=l>r?l:r,s=f<s?f:s,a=f>a?f:a}return o[0][0]=n,o[0][1]=s,o[1][0]=r,o[1][1]=a,o}function Lr(i,t){for(let e=0;e<t.length;e++)i.push(t[e]);return i}var nP=85.051129;function ac(i,t){let{size:e=2,startIndex:o=0,endIndex:n=i.length,normalize:r=!0}=t||{},s=i.slice(o,n);Tu(s,e,0,n-o);let a=jo(s,{size:e,broken:!0,gridResolution:360,gridOffset:[-180,-180]});if(r)for(let c of a)Lu(c,e);return a}function cc(i,t=null,e){let{size:o=2,normalize:n=!0,edgeTypes:r=!1}=e||{};t=t||[];let s=[],a=[],c=0,l=0;for(let h=0;h<=t.length;h++){let u=t[h]||i.length,d=l,p=rP(i,o,c,u);for(let g=p;g<u;g++)s[l++]=i[g];for(let g=c;g<p;g++)s[l++]=i[g];Tu(s,o,d,l),sP(s,o,d,l,e?.maxLatitude),c=u,a[h]=l}a.pop();let f=Fo(s,a,{size:o,gridResolution:360,gridOffset:[-180,-180],edgeTypes:r});if(n)for(let h of f)Lu(h.positions,o);return f}function rP(i,t,e,o){let n=-1,r=-1;for(let s=e+1;s<o;s+=t){let a=Math.abs(i[s]);a>n&&(n=a,r=s-1)}return r}function sP(i,t,e,o,n=nP){let r=i[e],s=i[o-t];if(Math.abs(r-s)>180){let a=pe(i,0,t,e);a[0]+=Math.round((s-r)/360)*360,ft(i,a),a[1]=Math.sign(a[1])*n,ft(i,a),a[0]=r,ft(i,a)}}function Tu(i,t,e,o){let n=i[0],r;for(let s=e;s<o;s+=t){r=i[s];let a=r-n;(a>180||a<-180)&&(r-=Math.round(a/360)*360),i[s]=n=r}}function Lu(i,t){let e,o=i.length/t;for(let r=0;r<o&&(e=i[r*t],(e+180)%360===0);r++);let n=-Math.round(e/360)*360;if(n!==0)for(let r=0;r<o;r++)i[r*t]+=n}function Au(i,t,e,o){let n;if(Array.isArray(i[0])){let r=i.length*t;n=new Array(r);for(let s=0;s<i.length;s++)for(let a=0;a<t;a++)n[s*t+a]=i[s][a]||0}else n=i;return e?jo(n,{size:t,gridResolution:e}):o?ac(n,{size:t}):n}var cP=1,lP=2,Uo=4,Vo=class extends de{constructor(t){super({...t,attributes:{positions:{size:3,padding:18,initialize:!0,type:t.fp64?Float64Array:Float32Array},segmentTypes:{size:1,type:t.isWebGPU?Float32Array:Uint8ClampedArray}}})}get(t){return this.attributes[t]}getPathSegmentIndices(t){let e=this.attributes.segmentTypes,o=this.vertexStarts[t],n=Math.min(this.vertexStarts[t+1]??this.instanceCount,this.instanceCount),r=[];for(let s=o;s<n-1;s++)(e[s]&Uo)===0&&r.push(s);return r.length&&(e[o]&Uo)!==0&&r.unshift(r.pop()),r}getGeometryFromBuffer(t){return this.normalize||this.opts.isWebGPU?super.getGeometryFromBuffer(t):null}normalizeGeometry(t){return this.normalize?Au(t,this.positionSize,this.opts.resolution,this.opts.wrapLongitude):t}getGeometrySize(t){if(Iu(t)){let o=0;for(let n of t)o+=this.getGeometrySize(n);return o}let e=this.getPathLength(t);return e<2?0:this.isClosed(t)?e<3?0:e+2:e}updateGeometryAttributes(t,e){if(e.geometrySize!==0)if(t&&Iu(t))for(let o of t){let n=this.getGeometrySize(o);e.geometrySize=n,this.updateGeometryAttributes(o,e),e.vertexStart+=n}else this._updateSegmentTypes(t,e),this._updatePositions(t,e)}_updateSegmentTypes(t,e){let o=this.attributes.segmentTypes,n=t?this.isClosed(t):!1,{vertexStart:r,geometrySize:s}=e;o.fill(0,r,r+s),n?(o[r]=Uo,o[r+s-2]=Uo):(o[r]+=cP,o[r+s-2]+=lP),o[r+s-1]=Uo}_updatePositions(t,e){let{positions:o}=this.attributes;if(!o||!t)return;let{vertexStart:n,geometrySize:r}=e,s=new Array(3);for(let a=n,c=0;c<r;a++,c++)this.getPointOnPath(t,c,s),o[a*3]=s[0],o[a*3+1]=s[1],o[a*3+2]=s[2]}getPathLength(t){return t.length/this.positionSize}getPointOnPath(t,e,o=[]){let{positionSize:n}=this;e*n>=t.length&&(e+=1-t.length/n);let r=e*n;return o[0]=t[r],o[1]=t[r+1],o[2]=n===3&&t[r+2]||0,o}isClosed(t){if(!this.normalize)return!!this.opts.loop;let{positionSize:e}=this,o=t.length-e;return t[0]===t[o]&&t[1]===t[o+1]&&(e===2||t[2]===t[o+2])}};function Iu(i){return Array.isArray(i[0])}var fP=`struct PathUniforms {
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
`,Ou=`layout(std140) uniform pathUniforms {
  float widthScale;
  float widthMinPixels;
  float widthMaxPixels;
  float jointType;
  float capType;
  float miterLimit;
  bool billboard;
  highp int widthUnits;
} path;
`,Ru={name:"path",source:fP,vs:Ou,fs:Ou,uniformTypes:{widthScale:"f32",widthMinPixels:"f32",widthMaxPixels:"f32",jointType:"f32",capType:"f32",miterLimit:"f32",billboard:"f32",widthUnits:"i32"}};var ku=`const EPSILON: f32 = 0.001;
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
`;var zu=`#version 300 es
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
`;var Du=`#version 300 es
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
`;var Nu=[0,0,0,255],hP={widthUnits:"meters",widthScale:{type:"number",min:0,value:1},widthMinPixels:{type:"number",min:0,value:0},widthMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},jointRounded:!1,capRounded:!1,miterLimit:{type:"number",min:0,value:4},antialiasing:!1,billboard:!1,_pathType:null,getPath:{type:"accessor",value:i=>i.path},getColor:{type:"accessor",value:Nu},getWidth:{type:"accessor",value:1},rounded:{deprecatedFor:["jointRounded","capRounded"]}},lc={enter:(i,t)=>t.length?t.subarray(t.length-i.length):i};function uP(i){if(i.isGeospatial)return null;let{unitsPerMeter:t}=i.distanceScales;return[t[0],t[1],t[2]]}function Bu(i,t){return i===t||!!(i&&t&&i.length===t.length&&i.every((e,o)=>e===t[o]))}var Wo=class extends it{getShaders(){let{antialiasing:t}=this.props;return super.getShaders({vs:zu,fs:Du,source:ku,defines:t?{ANTIALIASING:1}:{},modules:[st,rt,at,Ru,...this.context.device.type==="webgpu"?[gi]:[]]})}get wrapLongitude(){return!1}getBounds(){return this.context.device.type==="webgpu"?null:this.getAttributeManager()?.getBounds(["vertexPositions"])}getPathProjectionScale(t){let e=this.props.coordinateSystem;if(!!!this.getAttributeManager()?.getAttributes().instanceDashOffsets)return null;if(t instanceof Ae&&t.zoom>=12&&(e==="default"||e==="lnglat"||e==="cartesian")){let s=$t.getUniforms({viewport:t,coordinateSystem:e,coordinateOrigin:this.props.coordinateOrigin,autoWrapLongitude:this.wrapLongitude});return[t.projectionMode,s.coordinateOrigin[1],s.commonOrigin[1],...s.commonUnitsPerWorldUnit,...s.commonUnitsPerWorldUnit2,s.commonUnitsPerMeter[2]]}let r=uP(t);return r?[t.projectionMode,...r]:[t.projectionMode]}shouldUpdateState(t){let{viewport:e}=this.context;return super.shouldUpdateState(t)||this.state?.tessellationResolution!==e.resolution||!Bu(this.state?.pathProjectionScale,this.getPathProjectionScale(e))}initializeState(){let e=this.context.device.type==="webgpu";this.getAttributeManager().addInstanced({...e?{pathPositions:{size:24,type:"float32",transition:!1,accessor:"getPath",update:this.calculateWebGPUPositions,shaderAttributes:{instanceLeftPositions:{size:3,elementOffset:0},instanceStartPositions:{size:3,elementOffset:3},instanceEndPositions:{size:3,elementOffset:6},instanceRightPositions:{size:3,elementOffset:9},instanceLeftPositions64Low:{size:3,elementOffset:12},instanceStartPositions64Low:{size:3,elementOffset:15},instanceEndPositions64Low:{size:3,elementOffset:18},instanceRightPositions64Low:{size:3,elementOffset:21}},noAlloc:!0}}:{vertexPositions:{size:3,vertexOffset:1,type:"float64",fp64:this.use64bitPositions(),transition:lc,accessor:"getPath",update:this.calculatePositions,noAlloc:!0,shaderAttributes:{instanceLeftPositions:{vertexOffset:0},instanceStartPositions:{vertexOffset:1},instanceEndPositions:{vertexOffset:2},instanceRightPositions:{vertexOffset:3}}}},instanceTypes:{size:1,type:e?"float32":"uint8",update:this.calculateSegmentTypes,noAlloc:!0},instanceStrokeWidths:{size:1,accessor:"getWidth",transition:e?!1:lc,defaultValue:1,bufferGroup:"path-instance-data"},instanceColors:{size:this.props.colorFormat.length,type:"unorm8",accessor:"getColor",transition:e?!1:lc,defaultValue:Nu,bufferGroup:"path-instance-data"},rowIndexes:{size:1,type:"uint32",accessor:(n,{index:r})=>n&&n.__source?n.__source.index:r,bufferGroup:"path-instance-data"}}),this.setState({pathTesselator:new Vo({fp64:this.use64bitPositions(),isWebGPU:e}),tessellationResolution:this.context.viewport.resolution,pathProjectionScale:this.getPathProjectionScale(this.context.viewport)})}updateState(t){super.updateState(t);let{props:e,oldProps:o,changeFlags:n}=t,r=this.getAttributeManager(),{viewport:s}=this.context,a=this.state.tessellationResolution!==s.resolution,c=this.getPathProjectionScale(s),l=!Bu(this.state.pathProjectionScale,c),h=n.updateTriggersChanged&&(n.updateTriggersChanged.all||n.updateTriggersChanged.getPath)||e._pathType!==o._pathType||e.positionFormat!==o.positionFormat||e.wrapLongitude!==o.wrapLongitude||a;if(n.dataChanged||h){let{pathTesselator:d}=this.state,p=e.data.attributes||{};d.updateGeometry({data:e.data,geometryBuffer:p.getPath,buffers:p,normalize:!e._pathType,loop:e._pathType==="loop",getGeometry:e.getPath,positionFormat:e.positionFormat,wrapLongitude:e.wrapLongitude,resolution:s.resolution,dataChanged:h?void 0:n.dataChanged}),this.setState({numInstances:d.instanceCount,startIndices:d.vertexStarts,tessellationResolution:s.resolution,pathProjectionScale:c}),!n.dataChanged||h?r.invalidateAll():l&&r.invalidate("instanceDashOffsets")}else l&&(this.setState({pathProjectionScale:c}),r.invalidate("instanceDashOffsets"));(n.extensionsChanged||e.antialiasing!==o.antialiasing)&&(this.state.model?.destroy(),this.state.model=this._getModel(),r.invalidateAll())}getPickingInfo(t){let e=super.getPickingInfo(t),{index:o}=e,n=this.props.data;return n[0]&&n[0].__source&&(e.object=n.find(r=>r.__source.index===o)),e}disablePickingIndex(t){let e=this.props.data;if(e[0]&&e[0].__source)for(let o=0;o<e.length;o++)e[o].__source.index===t&&this._disablePickingIndex(o);else super.disablePickingIndex(t)}draw({uniforms:t}){let{jointRounded:e,capRounded:o,billboard:n,miterLimit:r,widthUnits:s,widthScale:a,widthMinPixels:c,widthMaxPixels:l}=this.props,f=this.state.model,h={jointType:Number(e),capType:Number(o),billboard:n,widthUnits:X[s],widthScale:a,miterLimit:r,widthMinPixels:c,widthMaxPixels:l};f.shaderInputs.setProps({path:h}),f.draw(this.context.renderPass)}_getModel(){let t=[0,1,2,1,4,2,1,3,4,3,5,4],e=[0,0,0,-1,0,1,1,-1,1,1,1,0];return new ot(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new ht({topology:"triangle-list",attributes:{indices:new Uint16Array(t),positions:{value:new Float32Array(e),size:2}}}),isInstanced:!0})}calculatePositions(t){let{pathTesselator:e}=this.state;t.startIndices=e.vertexStarts,t.value=e.get("positions")}calculateSegmentTypes(t){let{pathTesselator:e}=this.state;t.startIndices=e.vertexStarts,t.value=e.get("segmentTypes")}calculateWebGPUPositions(t){let{pathTesselator:e}=this.state,o=e.get("positions");if(!o){t.value=null;return}let n=e.instanceCount,r=new Float32Array(n*24),s=[-1,0,1,2];for(let a=0;a<n;a++){let c=a*24;for(let l=0;l<4;l++){let f=a+s[l],h=c+l*3;for(let u=0;u<3;u++){let d=f>=0&&f<n?o[f*3+u]:0,p=Math.fround(d);r[h+u]=p,r[h+u+12]=d-p}}}t.startIndices=e.vertexStarts,t.value=r}};Wo.defaultProps=hP;Wo.layerName="PathLayer";var ge=Wo;var Zu=ip(Wu(),1);var kr=Er.CLOCKWISE,Gu=Er.COUNTER_CLOCKWISE,me={isClosed:!0};function TP(i){if(i=i&&i.positions||i,!Array.isArray(i)&&!ArrayBuffer.isView(i))throw new Error("invalid polygon")}function yi(i){return"positions"in i?i.positions:i}function Ho(i){return"holeIndices"in i?i.holeIndices:null}function LP(i){return Array.isArray(i[0])}function AP(i){return i.length>=1&&i[0].length>=2&&Number.isFinite(i[0][0])}function IP(i){let t=i[0],e=i[i.length-1];return t[0]===e[0]&&t[1]===e[1]&&t[2]===e[2]}function OP(i,t,e,o){for(let n=0;n<t;n++)if(i[e+n]!==i[o-t+n])return!1;return!0}function Yu(i,t,e,o,n){let r=t,s=e.length;for(let a=0;a<s;a++)for(let c=0;c<o;c++)i[r++]=e[a][c]||0;if(!IP(e))for(let a=0;a<o;a++)i[r++]=e[0][a]||0;return me.start=t,me.end=r,me.size=o,Do(i,n,me),r}function $u(i,t,e,o,n=0,r,s){r=r||e.length;let a=r-n;if(a<=0)return t;let c=t;for(let l=0;l<a;l++)i[c++]=e[n+l];if(!OP(e,o,n,r))for(let l=0;l<o;l++)i[c++]=e[n+l];return me.start=t,me.end=c,me.size=o,Do(i,s,me),c}function zr(i,t){TP(i);let e=[],o=[];if("positions"in i){let{positions:n,holeIndices:r}=i;if(r){let s=0;for(let a=0;a<=r.length;a++)s=$u(e,s,n,t,r[a-1],r[a],a===0?kr:Gu),o.push(s);return o.pop(),{positions:e,holeIndices:o}}i=n}if(!LP(i))return $u(e,0,i,t,0,e.length,kr),e;if(!AP(i)){let n=0;for(let[r,s]of i.entries())n=Yu(e,n,s,t,r===0?kr:Gu),o.push(n);return o.pop(),{positions:e,holeIndices:o}}return Yu(e,0,i,t,kr),e}function pc(i,t,e){let o=i.length/3,n=0;for(let r=0;r<o;r++){let s=(r+1)%o;n+=i[r*3+t]*i[s*3+e],n-=i[s*3+t]*i[r*3+e]}return Math.abs(n/2)}function Hu(i,t,e,o){let n=i.length/3;for(let r=0;r<n;r++){let s=r*3,a=i[s+0],c=i[s+1],l=i[s+2];i[s+t]=a,i[s+e]=c,i[s+o]=l}}function qu(i,t,e,o){let n=Ho(i);n&&(n=n.map(a=>a/t));let r=yi(i),s=o&&t===3;if(e){let a=r.length;r=r.slice();let c=[];for(let l=0;l<a;l+=t){c[0]=r[l],c[1]=r[l+1],s&&(c[2]=r[l+2]);let f=e(c);r[l]=f[0],r[l+1]=f[1],s&&(r[l+2]=f[2])}}if(s){let a=pc(r,0,1),c=pc(r,0,2),l=pc(r,1,2);if(!a&&!c&&!l)return[];a>c&&a>l||(c>l?(e||(r=r.slice()),Hu(r,0,2,1)):(e||(r=r.slice()),Hu(r,2,0,1)))}return(0,Zu.default)(r,n,t)}var Zo=class extends de{constructor(t){let{fp64:e,IndexType:o=Uint32Array}=t;super({...t,attributes:{positions:{size:3,type:e?Float64Array:Float32Array},vertexValid:{type:Uint16Array,size:1},indices:{type:o,size:1}}})}get(t){let{attributes:e}=this;return t==="indices"?e.indices&&e.indices.subarray(0,this.vertexCount):e[t]}updateGeometry(t){super.updateGeometry(t);let e=this.buffers.indices;if(e)this.vertexCount=(e.value||e).length;else if(this.data&&!this.getGeometry)throw new Error("missing indices buffer")}normalizeGeometry(t){if(this.normalize){let e=zr(t,this.positionSize);return this.opts.resolution?Fo(yi(e),Ho(e),{size:this.positionSize,gridResolution:this.opts.resolution,edgeTypes:!0}):this.opts.wrapLongitude?cc(yi(e),Ho(e),{size:this.positionSize,maxLatitude:86,edgeTypes:!0}):e}return t}getGeometrySize(t){if(Ku(t)){let e=0;for(let o of t)e+=this.getGeometrySize(o);return e}return yi(t).length/this.positionSize}getGeometryFromBuffer(t){return this.normalize||!this.buffers.indices?super.getGeometryFromBuffer(t):null}updateGeometryAttributes(t,e){if(t&&Ku(t))for(let o of t){let n=this.getGeometrySize(o);e.geometrySize=n,this.updateGeometryAttributes(o,e),e.vertexStart+=n,e.indexStart=this.indexStarts[e.geometryIndex+1]}else{let o=t;this._updateIndices(o,e),this._updatePositions(o,e),this._updateVertexValid(o,e)}}_updateIndices(t,{geometryIndex:e,vertexStart:o,indexStart:n}){let{attributes:r,indexStarts:s,typedArrayManager:a}=this,c=r.indices;if(!c||!t)return;let l=n,f=qu(t,this.positionSize,this.opts.preproject,this.opts.full3d);c=a.allocate(c,n+f.length,{copy:!0});for(let h=0;h<f.length;h++)c[l++]=f[h]+o;s[e+1]=n+f.length,r.indices=c}_updatePositions(t,{vertexStart:e,geometrySize:o}){let{attributes:{positions:n},positionSize:r}=this;if(!n||!t)return;let s=yi(t);for(let a=e,c=0;c<o;a++,c++){let l=s[c*r],f=s[c*r+1],h=r>2?s[c*r+2]:0;n[a*3]=l,n[a*3+1]=f,n[a*3+2]=h}}_updateVertexValid(t,{vertexStart:e,geometrySize:o}){let{positionSize:n}=this,r=this.attributes.vertexValid,s=t&&Ho(t);if(t&&t.edgeTypes?r.set(t.edgeTypes,e):r.fill(1,e,e+o),s)for(let a=0;a<s.length;a++)r[e+s[a]/n-1]=0;r[e+o-1]=0}};function Ku(i){return Array.isArray(i)&&i.length>0&&!Number.isFinite(i[0])}var RP=`struct SolidPolygonUniforms {
  extruded: f32,
  isWireframe: f32,
  elevationScale: f32,
};

@group(0) @binding(auto) var<uniform> solidPolygon: SolidPolygonUniforms;
`,Ju=`layout(std140) uniform solidPolygonUniforms {
  bool extruded;
  bool isWireframe;
  float elevationScale;
} solidPolygon;
`,Qu={name:"solidPolygon",source:RP,vs:Ju,fs:Ju,uniformTypes:{extruded:"f32",isWireframe:"f32",elevationScale:"f32"}};var Dr=`in vec4 fillColors;
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
`;var td=`#version 300 es
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
`;var ed=`#version 300 es
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
`;var id=`#version 300 es
#define SHADER_NAME solid-polygon-layer-fragment-shader
precision highp float;
in vec4 vColor;
out vec4 fragColor;
void main(void) {
fragColor = vColor;
geometry.uv = vec2(0.);
DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;function od(){return`fn project_offset_normal(vector: vec3<f32>) -> vec3<f32> {
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
`}function nd(){return`@fragment
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
`}function kP(){return`${od()}

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

${nd()}
`}function zP(i){return`const RING_WINDING_ORDER_CW: bool = ${i?"true":"false"};

${od()}

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

${nd()}
`}function rd(i,t){return i==="top"?kP():zP(t)}var Nr=[0,0,0,255],DP={filled:!0,extruded:!1,wireframe:!1,_normalize:!0,_windingOrder:"CW",_full3d:!1,elevationScale:{type:"number",min:0,value:1},getPolygon:{type:"accessor",value:i=>i.polygon},getElevation:{type:"accessor",value:1e3},getFillColor:{type:"accessor",value:Nr},getLineColor:{type:"accessor",value:Nr},material:!0},Br={enter:(i,t)=>t.length?t.subarray(t.length-i.length):i},qo=class extends it{getShaders(t){let e=!this.props._normalize&&this.props._windingOrder==="CCW"?0:1;return super.getShaders({vs:t==="top"?td:ed,fs:id,source:rd(t,!!e),defines:{RING_WINDING_ORDER_CW:e},modules:[st,rt,un,at,Qu,...this.context.device.type==="webgpu"?[gi]:[]]})}get wrapLongitude(){return!1}getBounds(){return this.getAttributeManager()?.getBounds(["vertexPositions"])}initializeState(){let{viewport:t}=this.context,{coordinateSystem:e}=this.props,{_full3d:o}=this.props;t.isGeospatial&&e==="default"&&(e="lnglat");let n;e==="lnglat"&&(o?n=t.projectPosition.bind(t):n=t.projectFlat.bind(t)),this.setState({numInstances:0,polygonTesselator:new Zo({preproject:n,fp64:this.use64bitPositions(),IndexType:Uint32Array})});let r=this.getAttributeManager(),s=!0,a=this.context.device.type==="webgpu";r.add({indices:{size:1,isIndexed:!0,update:this.calculateIndices,noAlloc:s},vertexPositions:{size:3,type:"float64",stepMode:"dynamic",fp64:this.use64bitPositions(),transition:Br,accessor:"getPolygon",update:this.calculatePositions,noAlloc:s,...a?{}:{shaderAttributes:{nextVertexPositions:{vertexOffset:1}}}},...a?{nextVertexPositions:{size:3,type:"float64",stepMode:"dynamic",fp64:this.use64bitPositions(),transition:!1,update:this.calculateNextPositions,noAlloc:s}}:{},[a?"vertexValid":"instanceVertexValid"]:{size:1,type:a?"float32":"uint16",stepMode:"instance",update:this.calculateVertexValid,noAlloc:s},elevations:{size:1,stepMode:"dynamic",transition:Br,accessor:"getElevation",bufferGroup:"solid-polygon-instance-data"},fillColors:{size:this.props.colorFormat.length,type:"unorm8",stepMode:"dynamic",transition:Br,accessor:"getFillColor",defaultValue:Nr,bufferGroup:"solid-polygon-instance-data"},lineColors:{size:this.props.colorFormat.length,type:"unorm8",stepMode:"dynamic",transition:Br,accessor:"getLineColor",defaultValue:Nr,bufferGroup:"solid-polygon-instance-data"},rowIndexes:{size:1,type:"uint32",stepMode:"dynamic",accessor:(c,{index:l})=>c&&c.__source?c.__source.index:l,bufferGroup:"solid-polygon-instance-data"}})}getPickingInfo(t){let e=super.getPickingInfo(t),{index:o}=e,n=this.props.data;return n[0]&&n[0].__source&&(e.object=n.find(r=>r.__source.index===o)),e}disablePickingIndex(t){let e=this.props.data;if(e[0]&&e[0].__source)for(let o=0;o<e.length;o++)e[o].__source.index===t&&this._disablePickingIndex(o);else super.disablePickingIndex(t)}draw({uniforms:t}){let{extruded:e,filled:o,wireframe:n,elevationScale:r}=this.props,{topModel:s,sideModel:a,wireframeModel:c,polygonTesselator:l}=this.state,f={extruded:!!e,elevationScale:r,isWireframe:!1};c&&n&&(c.setInstanceCount(l.instanceCount-1),c.shaderInputs.setProps({solidPolygon:{...f,isWireframe:!0}}),c.draw(this.context.renderPass)),a&&o&&(a.setInstanceCount(l.instanceCount-1),a.shaderInputs.setProps({solidPolygon:f}),a.draw(this.context.renderPass)),s&&o&&(s.setVertexCount(l.vertexCount),s.shaderInputs.setProps({solidPolygon:f}),s.draw(this.context.renderPass))}updateState(t){super.updateState(t),this.updateGeometry(t);let{props:e,oldProps:o,changeFlags:n}=t,r=this.getAttributeManager();(n.extensionsChanged||e.filled!==o.filled||e.extruded!==o.extruded)&&(this.state.models?.forEach(a=>a.destroy()),this.setState(this._getModels()),r.invalidateAll())}updateGeometry({props:t,oldProps:e,changeFlags:o}){if(o.dataChanged||o.updateTriggersChanged&&(o.updateTriggersChanged.all||o.updateTriggersChanged.getPolygon)){let{polygonTesselator:r}=this.state,s=t.data.attributes||{};r.updateGeometry({data:t.data,normalize:t._normalize,geometryBuffer:s.getPolygon,buffers:this.context.device.type==="webgpu"?{...s}:s,getGeometry:t.getPolygon,positionFormat:t.positionFormat,wrapLongitude:t.wrapLongitude,resolution:this.context.viewport.resolution,fp64:this.use64bitPositions(),dataChanged:o.dataChanged,full3d:t._full3d}),this.setState({numInstances:r.instanceCount,startIndices:r.vertexStarts}),o.dataChanged||this.getAttributeManager().invalidateAll()}}_getModels(){let{id:t,filled:e,extruded:o}=this.props,n,r,s;if(e){let a=this.getShaders("top");a.defines={...a.defines,NON_INSTANCED_MODEL:1};let c=this.getAttributeManager().getBufferLayouts({isInstanced:!1});this.context.device.type==="webgpu"&&(c=c.filter(l=>l.name!=="indices"&&l.name!=="vertexValid"&&l.name!=="instanceVertexValid"&&l.name!=="nextVertexPositions")),n=new ot(this.context.device,{...a,id:`${t}-top`,topology:"triangle-list",bufferLayout:c,isIndexed:!0,userData:{excludeAttributes:{vertexValid:!0,instanceVertexValid:!0,nextVertexPositions:!0}}})}if(o){let a=this.getAttributeManager().getBufferLayouts({isInstanced:!0});this.context.device.type==="webgpu"&&(a=a.filter(c=>c.name!=="indices")),r=new ot(this.context.device,{...this.getShaders("side"),id:`${t}-side`,bufferLayout:a,geometry:new ht({topology:"triangle-strip",attributes:{positions:{size:2,value:new Float32Array([1,0,0,0,1,1,0,1])}}}),isInstanced:!0,userData:{excludeAttributes:{indices:!0}}}),s=new ot(this.context.device,{...this.getShaders("side"),id:`${t}-wireframe`,bufferLayout:a,geometry:new ht({topology:"line-strip",attributes:{positions:{size:2,value:new Float32Array([1,0,0,0,0,1,1,1])}}}),isInstanced:!0,userData:{excludeAttributes:{indices:!0}}})}return{models:[r,s,n].filter(Boolean),topModel:n,sideModel:r,wireframeModel:s}}calculateIndices(t){let{polygonTesselator:e}=this.state;t.startIndices=e.indexStarts,t.value=e.get("indices")}calculatePositions(t){let{polygonTesselator:e}=this.state;t.startIndices=e.vertexStarts;let o=this.props.data.attributes?.getPolygon;if(this.context.device.type==="webgpu"&&ArrayBuffer.isView(o?.value)){let{value:n,size:r=3,offset:s=0,stride:a}=o,c=s/n.BYTES_PER_ELEMENT,l=a?a/n.BYTES_PER_ELEMENT:r,f=new Float64Array(e.instanceCount*3);for(let h=0;h<e.instanceCount;h++){let u=c+h*l,d=h*3;f[d]=n[u],f[d+1]=n[u+1],f[d+2]=r>2?n[u+2]:0}t.value=f;return}t.value=e.get("positions")}calculateVertexValid(t){let e=this.props.data.attributes?.instanceVertexValid?.value,o=this.context.device.type==="webgpu"&&e?e:this.state.polygonTesselator.get("vertexValid");t.value=this.context.device.type==="webgpu"&&o?Float32Array.from(o):o}calculateNextPositions(t){let{polygonTesselator:e}=this.state,o=this.getAttributeManager().getAttributes(),n=o.vertexPositions.value,r=this.props.data.attributes?.instanceVertexValid?.value||o.vertexValid?.value||e.get("vertexValid");if(t.startIndices=e.vertexStarts,!n){t.value=n;return}let s=n.length/3,a=new n.constructor(n.length);for(let c=0;c<s;c++){let l=c*3,f=r?.[c]&&c+1<s?l+3:l;for(let h=0;h<3;h++)a[l+h]=n[f+h]}t.value=a}};qo.defaultProps=DP;qo.layerName="SolidPolygonLayer";var Be=qo;function jr({data:i,getIndex:t,dataRange:e,replace:o}){let{startRow:n=0,endRow:r=1/0}=e,s=i.length,a=s,c=s;for(let u=0;u<s;u++){let d=t(i[u]);if(a>u&&d>=n&&(a=u),d>=r){c=u;break}}let l=a,h=c-a!==o.length?i.slice(c):void 0;for(let u=0;u<o.length;u++)i[l++]=o[u];if(h){for(let u=0;u<h.length;u++)i[l++]=h[u];i.length=l}return{startRow:a,endRow:a+o.length}}var sd=[0,0,0,255],BP=[0,0,0,255],NP={stroked:!0,filled:!0,extruded:!1,elevationScale:1,wireframe:!1,_normalize:!0,_windingOrder:"CW",lineWidthUnits:"meters",lineWidthScale:1,lineWidthMinPixels:0,lineWidthMaxPixels:Number.MAX_SAFE_INTEGER,lineJointRounded:!1,lineMiterLimit:4,lineAntialiasing:!1,getPolygon:{type:"accessor",value:i=>i.polygon},getFillColor:{type:"accessor",value:BP},getLineColor:{type:"accessor",value:sd},getLineWidth:{type:"accessor",value:1},getElevation:{type:"accessor",value:1e3},material:!0},Xo=class extends ze{initializeState(){this.state={paths:[],pathsDiff:null},this.props.getLineDashArray&&A.removed("getLineDashArray","PathStyleExtension")()}updateState({changeFlags:t}){let e=t.dataChanged||t.updateTriggersChanged&&(t.updateTriggersChanged.all||t.updateTriggersChanged.getPolygon);if(e&&Array.isArray(t.dataChanged)){let o=this.state.paths.slice(),n=t.dataChanged.map(r=>jr({data:o,getIndex:s=>s.__source.index,dataRange:r,replace:this._getPaths(r)}));this.setState({paths:o,pathsDiff:n})}else e&&this.setState({paths:this._getPaths(),pathsDiff:null})}_getPaths(t={}){let{data:e,getPolygon:o,positionFormat:n,_normalize:r}=this.props,s=[],a=n==="XY"?2:3,{startRow:c,endRow:l}=t,{iterable:f,objectInfo:h}=gt(e,c,l);for(let u of f){h.index++;let d=o(u,h);r&&(d=zr(d,a));let{holeIndices:p}=d,g=d.positions||d;if(p)for(let m=0;m<=p.length;m++){let v=g.slice(p[m-1]||0,p[m]||g.length);s.push(this.getSubLayerRow({path:v},u,h.index))}else s.push(this.getSubLayerRow({path:g},u,h.index))}return s}renderLayers(){let{data:t,_dataDiff:e,stroked:o,filled:n,extruded:r,wireframe:s,_normalize:a,_windingOrder:c,elevationScale:l,transitions:f,positionFormat:h}=this.props,{lineWidthUnits:u,lineWidthScale:d,lineWidthMinPixels:p,lineWidthMaxPixels:g,lineJointRounded:m,lineMiterLimit:v,lineAntialiasing:_,lineDashJustified:y}=this.props,{getFillColor:x,getLineColor:P,getLineWidth:w,getLineDashArray:E,getElevation:S,getPolygon:C,updateTriggers:b,material:I}=this.props,{paths:T,pathsDiff:L}=this.state,R=this.getSubLayerClass("fill",Be),j=this.getSubLayerClass("stroke",ge),B=this.shouldRenderSubLayer("fill",T)&&new R({_dataDiff:e,extruded:r,elevationScale:l,filled:n,wireframe:s,_normalize:a,_windingOrder:c,getElevation:S,getFillColor:x,getLineColor:r&&s?P:sd,material:I,transitions:f},this.getSubLayerProps({id:"fill",updateTriggers:b&&{getPolygon:b.getPolygon,getElevation:b.getElevation,getFillColor:b.getFillColor,lineColors:r&&s,getLineColor:b.getLineColor}}),{data:t,positionFormat:h,getPolygon:C}),N=!r&&o&&this.shouldRenderSubLayer("stroke",T)&&new j({_dataDiff:L&&(()=>L),widthUnits:u,widthScale:d,widthMinPixels:p,widthMaxPixels:g,jointRounded:m,miterLimit:v,antialiasing:_,dashJustified:y,_pathType:"loop",transitions:f&&{getWidth:f.getLineWidth,getColor:f.getLineColor,getPath:f.getPolygon},getColor:this.getSubLayerAccessor(P),getWidth:this.getSubLayerAccessor(w),getDashArray:this.getSubLayerAccessor(E)},this.getSubLayerProps({id:"stroke",updateTriggers:b&&{getWidth:b.getLineWidth,getColor:b.getLineColor,getDashArray:b.getLineDashArray}}),{data:T,positionFormat:h,getPath:je=>je.path});return[!r&&B,N,r&&B]}};Xo.layerName="PolygonLayer";Xo.defaultProps=NP;var jP=Xo;var ad=`layout(std140) uniform iconUniforms {
  float sizeScale;
  vec2 iconsTextureDim;
  float sizeBasis;
  float sizeMinPixels;
  float sizeMaxPixels;
  bool billboard;
  highp int sizeUnits;
  float alphaCutoff;
} icon;
`,cd={name:"icon",vs:ad,fs:ad,uniformTypes:{sizeScale:"f32",iconsTextureDim:"vec2<f32>",sizeBasis:"f32",sizeMinPixels:"f32",sizeMaxPixels:"f32",billboard:"f32",sizeUnits:"i32",alphaCutoff:"f32"}};var ld=`#version 300 es
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
`;var fd=`#version 300 es
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
`;var FP=`struct IconUniforms {
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
`;function hd(i){return FP.replace("PICKING_COLOR_ATTRIBUTE",i?"@location(10) rowIndexes: u32,":"").replace("PICKING_COLOR_VALUE",i?"picking_getPickingColorFromIndex(inp.rowIndexes)":"picking_getPickingColorFromIndex(inp.instanceIndex)")}var UP=1024,VP=4,ud=()=>{},dd={minFilter:"linear",mipmapFilter:"linear",magFilter:"linear",addressModeU:"clamp-to-edge",addressModeV:"clamp-to-edge"},WP={x:0,y:0,width:0,height:0};function GP(i){return Math.pow(2,Math.ceil(Math.log2(i)))}function YP(i,t,e,o){let n=Math.min(e/t.width,o/t.height),r=Math.floor(t.width*n),s=Math.floor(t.height*n);return n===1?{image:t,width:r,height:s}:(i.canvas.height=s,i.canvas.width=r,i.clearRect(0,0,r,s),i.drawImage(t,0,0,t.width,t.height,0,0,r,s),{image:i.canvas,width:r,height:s})}function Ko(i){return i&&(i.id||i.url)}function gd(i){let{device:t}=i;t.type==="webgl"?i.generateMipmapsWebGL():t.type==="webgpu"&&t.generateMipmapsWebGPU(i)}function $P(i,t,e,o){let{width:n,height:r,device:s}=i,a=s.createTexture({format:"rgba8unorm",width:t,height:e,sampler:o,mipLevels:s.getMipLevelCount(t,e)}),c=s.createCommandEncoder();c.copyTextureToTexture({sourceTexture:i,destinationTexture:a,width:n,height:r});let l=c.finish();return s.submit(l),gd(a),i.destroy(),a}function pd(i,t,e){for(let o=0;o<t.length;o++){let{icon:n,xOffset:r}=t[o],s=Ko(n);i[s]={...n,x:r,y:e}}}function HP({icons:i,buffer:t,mapping:e={},xOffset:o=0,yOffset:n=0,rowHeight:r=0,canvasWidth:s}){let a=[];for(let c=0;c<i.length;c++){let l=i[c],f=Ko(l);if(!e[f]){let{height:h,width:u}=l;o+u+t>s&&(pd(e,a,n),o=0,n=r+n+t,r=0,a=[]),a.push({icon:l,xOffset:o}),o=o+u+t,r=Math.max(r,h)}}return a.length>0&&pd(e,a,n),{mapping:e,rowHeight:r,xOffset:o,yOffset:n,canvasWidth:s,canvasHeight:GP(r+n+t)}}function ZP(i,t,e){if(!i||!t)return null;e=e||{};let o={},{iterable:n,objectInfo:r}=gt(i);for(let s of n){r.index++;let a=t(s,r),c=Ko(a);if(!a)throw new Error("Icon is missing.");if(!a.url)throw new Error("Icon url is missing.");!o[c]&&(!e[c]||a.url!==e[c].url)&&(o[c]={...a,source:s,sourceIndex:r.index})}return o}var Jo=class{constructor(t,{onUpdate:e=ud,onError:o=ud}){this._loadOptions=null,this._texture=null,this._externalTexture=null,this._mapping={},this._samplerParameters=null,this._pendingCount=0,this._autoPacking=!1,this._xOffset=0,this._yOffset=0,this._rowHeight=0,this._buffer=VP,this._canvasWidth=UP,this._canvasHeight=0,this._canvas=null,this.device=t,this.onUpdate=e,this.onError=o}finalize(){this._texture?.delete()}getTexture(){return this._texture||this._externalTexture}getIconMapping(t){let e=this._autoPacking?Ko(t):t;return this._mapping[e]||WP}setProps({loadOptions:t,autoPacking:e,iconAtlas:o,iconMapping:n,textureParameters:r}){t&&(this._loadOptions=t),e!==void 0&&(this._autoPacking=e),n&&(this._mapping=n),o&&(this._texture?.delete(),this._texture=null,this._externalTexture=o),r&&(this._samplerParameters=r)}get isLoaded(){return this._pendingCount===0}packIcons(t,e){if(!this._autoPacking||typeof document>"u")return;let o=Object.values(ZP(t,e,this._mapping)||{});if(o.length>0){let{mapping:n,xOffset:r,yOffset:s,rowHeight:a,canvasHeight:c}=HP({icons:o,buffer:this._buffer,canvasWidth:this._canvasWidth,mapping:this._mapping,rowHeight:this._rowHeight,xOffset:this._xOffset,yOffset:this._yOffset});this._rowHeight=a,this._mapping=n,this._xOffset=r,this._yOffset=s,this._canvasHeight=c,this._texture||(this._texture=this.device.createTexture({format:"rgba8unorm",data:null,width:this._canvasWidth,height:this._canvasHeight,sampler:this._samplerParameters||dd,mipLevels:this.device.getMipLevelCount(this._canvasWidth,this._canvasHeight)})),this._texture.height!==this._canvasHeight&&(this._texture=$P(this._texture,this._canvasWidth,this._canvasHeight,this._samplerParameters||dd)),this.onUpdate(!0),this._canvas=this._canvas||document.createElement("canvas"),this._loadIcons(o)}}_loadIcons(t){let e=this._canvas.getContext("2d",{willReadFrequently:!0});for(let o of t)this._pendingCount++,le(o.url,this._loadOptions).then(n=>{let r=Ko(o),s=this._mapping[r],{x:a,y:c,width:l,height:f}=s,{image:h,width:u,height:d}=YP(e,n,l,f),p=a+(l-u)/2,g=c+(f-d)/2;this._texture?.copyExternalImage({image:h,x:p,y:g,width:u,height:d}),s.x=p,s.y=g,s.width=u,s.height=d,this._texture&&gd(this._texture),this.onUpdate(u!==l||d!==f)}).catch(n=>{this.onError({url:o.url,source:o.source,sourceIndex:o.sourceIndex,loadOptions:this._loadOptions,error:n})}).finally(()=>{this._pendingCount--})}};var md=[0,0,0,255],qP={iconAtlas:{type:"image",value:null,async:!0},iconMapping:{type:"object",value:{},async:!0},sizeScale:{type:"number",value:1,min:0},billboard:!0,sizeUnits:"pixels",sizeBasis:"height",sizeMinPixels:{type:"number",min:0,value:0},sizeMaxPixels:{type:"number",min:0,value:Number.MAX_SAFE_INTEGER},alphaCutoff:{type:"number",value:.05,min:0,max:1},getPosition:{type:"accessor",value:i=>i.position},getIcon:{type:"accessor",value:i=>i.icon},getColor:{type:"accessor",value:md},getSize:{type:"accessor",value:1},getAngle:{type:"accessor",value:0},getPixelOffset:{type:"accessor",value:[0,0]},onIconError:{type:"function",value:null,optional:!0},textureParameters:{type:"object",ignore:!0,value:null}},Qo=class extends it{getShaders(){let t=!!this.props.data?.attributes?.rowIndexes;return super.getShaders({vs:ld,fs:fd,source:hd(t),defines:t?{USE_ROW_INDEXES:!0}:{},modules:[st,rt,at,cd]})}initializeState(){this.state={iconManager:new Jo(this.context.device,{onUpdate:this._onUpdate.bind(this),onError:this._onError.bind(this)})},this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceSizes:{size:1,transition:!0,bufferGroup:"icon-instance-data",accessor:"getSize",defaultValue:1},instanceIconDefs:{size:7,bufferGroup:"icon-instance-data",accessor:"getIcon",transform:this.getInstanceIconDef,shaderAttributes:{instanceOffsets:{size:2,elementOffset:0},instanceIconFrames:{size:4,elementOffset:2},instanceColorModes:{size:1,elementOffset:6}}},instanceColors:{size:this.props.colorFormat.length,type:"unorm8",transition:!0,bufferGroup:"icon-instance-data",accessor:"getColor",defaultValue:md},instanceAngles:{size:1,transition:!0,bufferGroup:"icon-instance-data",accessor:"getAngle"},instancePixelOffset:{size:2,transition:!0,bufferGroup:"icon-instance-data",accessor:"getPixelOffset"},...this.props.data?.attributes?.rowIndexes?{rowIndexes:{size:1,type:"uint32",noAlloc:!0}}:{}})}updateState(t){super.updateState(t);let{props:e,oldProps:o,changeFlags:n}=t,r=this.getAttributeManager(),{iconAtlas:s,iconMapping:a,data:c,getIcon:l,textureParameters:f}=e,{iconManager:h}=this.state;if(typeof s=="string")return;let u=s||this.internalState.isAsyncPropLoading("iconAtlas");h.setProps({loadOptions:e.loadOptions,autoPacking:!u,iconAtlas:s,iconMapping:u?a:null,textureParameters:f}),u?o.iconMapping!==e.iconMapping&&r.invalidate("getIcon"):(n.dataChanged||n.updateTriggersChanged&&(n.updateTriggersChanged.all||n.updateTriggersChanged.getIcon))&&h.packIcons(c,l),n.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),r.invalidateAll())}get isLoaded(){return super.isLoaded&&this.state.iconManager.isLoaded}finalizeState(t){super.finalizeState(t),this.state.iconManager.finalize()}draw({uniforms:t}){this._drawModel(this.state.model)}_drawModel(t){let{sizeScale:e,sizeBasis:o,sizeMinPixels:n,sizeMaxPixels:r,sizeUnits:s,billboard:a,alphaCutoff:c}=this.props,{iconManager:l}=this.state,f=l.getTexture();if(f){let h={iconsTexture:f,iconsTextureDim:[f.width,f.height],sizeUnits:X[s],sizeScale:e,sizeBasis:o==="height"?1:0,sizeMinPixels:n,sizeMaxPixels:r,billboard:a,alphaCutoff:c};t.shaderInputs.setProps({icon:h}),t.draw(this.context.renderPass)}}_getModel(t=this.props.id){let e=[-1,-1,1,-1,-1,1,1,1];return new ot(this.context.device,{...this.getShaders(),id:t,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new ht({topology:"triangle-strip",attributes:{positions:{size:2,value:new Float32Array(e)}}}),isInstanced:!0})}_onUpdate(t){t?(this.getAttributeManager()?.invalidate("getIcon"),this.setNeedsUpdate()):this.setNeedsRedraw()}_onError(t){let e=this.getCurrentLayer()?.props.onIconError;e?e(t):A.error(t.error.message)()}getInstanceIconDef(t){let{x:e,y:o,width:n,height:r,mask:s,anchorX:a=n/2,anchorY:c=r/2}=this.state.iconManager.getIconMapping(t);return[n/2-a,r/2-c,e,o,n,r,s?1:0]}};Qo.defaultProps=qP;Qo.layerName="IconLayer";var Fr=Qo;var yd=`layout(std140) uniform sdfUniforms {
  float gamma;
  bool enabled;
  float buffer;
  float outlineBuffer;
  vec4 outlineColor;
} sdf;
`,xd={name:"sdf",vs:yd,fs:yd,uniformTypes:{gamma:"f32",enabled:"f32",buffer:"f32",outlineBuffer:"f32",outlineColor:"vec4<f32>"}};var tn={none:0,start:1,center:2,end:3},XP=`layout(std140) uniform textUniforms {
  highp vec2 cutoffPixels;
  highp ivec2 align;
  highp float fontSize;
  bool flipY;
} text;

#define ALIGN_MODE_START ${tn.start}
#define ALIGN_MODE_CENTER ${tn.center}
#define ALIGN_MODE_END ${tn.end}
`,Ur={name:"text",vs:XP,getUniforms:({contentCutoffPixels:i=[0,0],contentAlignHorizontal:t="none",contentAlignVertical:e="none",fontSize:o,viewport:n})=>({cutoffPixels:i,align:[tn[t],tn[e]],fontSize:o,flipY:n?.flipY??!1}),uniformTypes:{cutoffPixels:"vec2<f32>",align:"vec2<i32>",fontSize:"f32",flipY:"f32"}};var vd=`#version 300 es
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
`;var _d=`#version 300 es
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
`;function KP({collision:i=!1}={}){return`struct IconUniforms {
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
`}var Pd=KP();var gc=192/256;var JP={getIconOffsets:{type:"accessor",value:i=>i.offsets},getContentBox:{type:"accessor",value:[0,0,-1,-1]},fontSize:1,alphaCutoff:.001,smoothing:.1,outlineWidth:0,outlineColor:{type:"color",value:[0,0,0,255]},contentCutoffPixels:{type:"array",value:[0,0]},contentAlignHorizontal:"none",contentAlignVertical:"none"},en=class extends Fr{getShaders(){let t=super.getShaders();return{...t,modules:[...t.modules,Ur,xd],vs:vd,fs:_d,source:Pd}}initializeState(){super.initializeState();let t=this.getAttributeManager(),e=t.attributes.instanceIconDefs;e.settings.update=this.calculateInstanceIconDefs,t.addInstanced({rowIndexes:{type:"uint32",size:1,bufferGroup:"icon-instance-data",accessor:(o,{index:n})=>n},instanceClipRect:{size:4,bufferGroup:"icon-instance-data",accessor:"getContentBox",defaultValue:[0,0,-1,-1]}})}updateState(t){super.updateState(t);let{props:e,oldProps:o,changeFlags:n}=t,{outlineColor:r}=e;if(n.extensionsChanged){this.state.fillModel?.destroy();let s=this.context.device.type==="webgpu"?this._getModel(`${this.props.id}-fill`):void 0;this.setState({fillModel:s,models:s?[this.state.model,s]:[this.state.model]})}if(n.updateTriggersChanged&&(n.updateTriggersChanged.getIcon||n.updateTriggersChanged.getIconOffsets)&&this.getAttributeManager().invalidate("instanceIconDefs"),r!==o.outlineColor){let s=[r[0]/255,r[1]/255,r[2]/255,(r[3]??255)/255];this.setState({outlineColor:s})}!e.sdf&&e.outlineWidth&&A.warn(`${this.id}: fontSettings.sdf is required to render outline`)()}draw(t){let{sdf:e,smoothing:o,fontSize:n,outlineWidth:r,contentCutoffPixels:s,contentAlignHorizontal:a,contentAlignVertical:c}=this.props,{outlineColor:l}=this.state,f=r?Math.max(o,gc*(1-r)):-1,h=this.state.model,u={buffer:gc,outlineBuffer:f,gamma:o,enabled:!!e,outlineColor:l},d={contentCutoffPixels:s,contentAlignHorizontal:a,contentAlignVertical:c,fontSize:n,viewport:this.context.viewport};if(h.shaderInputs.setProps({sdf:u,text:d}),super.draw(t),e&&r){let{iconManager:p}=this.state;if(p.getTexture()){let m=this.state.fillModel||h;m.shaderInputs.setProps({sdf:{...u,outlineBuffer:gc},text:d}),this._drawModel(m)}}}calculateInstanceIconDefs(t,{startRow:e,endRow:o}){let{data:n,getIcon:r,getIconOffsets:s}=this.props,a=t.getVertexOffset(e),c=t.value,{iterable:l,objectInfo:f}=gt(n,e,o);for(let h of l){f.index++;let u=r(h,f),d=s(h,f);if(u){let p=0;for(let g of Array.from(u)){let m=super.getInstanceIconDef(g);m[0]=d[p*2],m[1]+=d[p*2+1],m[6]=1,c.set(m,a),a+=t.size,p++}}}}};en.defaultProps=JP;en.layerName="MultiIconLayer";var wd=en;var mc=new Float64Array(256);for(let i=0;i<256;i++){let t=.5-Math.pow(i/255,.45454545454545453);mc[i]=t*Math.abs(t)}mc[255]=-1e20;var on=class{constructor({fontSize:t=24,buffer:e=3,radius:o=8,cutoff:n=.25,fontFamily:r="sans-serif",fontWeight:s="normal",fontStyle:a="normal",lang:c=null}={}){e=this.buffer=Math.round(e),this.radius=o,this.cutoff=n,this.lang=c;let l=this.size=Math.ceil(t)+e*4,f=this._createCanvas(l),h=this.ctx=f.getContext("2d",{willReadFrequently:!0});h.font=`${a} ${s} ${t}px ${r}`,h.textBaseline="alphabetic",h.textAlign="left",h.fillStyle="black",c&&(h.lang=c);let d=(this.maxGlyphDim=l-e)+2*e;this.gridOuter=new Float64Array(d*d),this.gridInner=new Float64Array(d*d),this.f=new Float64Array(d),this.z=new Float64Array(d+1),this.v=new Uint16Array(d)}_createCanvas(t){if(typeof OffscreenCanvas<"u")return new OffscreenCanvas(t,t);let e=document.createElement("canvas");return e.width=e.height=t,e}draw(t){let{width:e,actualBoundingBoxAscent:o,actualBoundingBoxDescent:n,actualBoundingBoxLeft:r,actualBoundingBoxRight:s}=this.ctx.measureText(t),a=Math.ceil(o),c=Math.floor(-r),l=Math.max(0,Math.min(this.maxGlyphDim,Math.ceil(s)-c)),f=Math.max(0,Math.min(this.maxGlyphDim,a+Math.ceil(n))),h=l+2*this.buffer,u=f+2*this.buffer,d=h*u,p=new Uint8ClampedArray(d),g={data:p,width:h,height:u,glyphWidth:l,glyphHeight:f,glyphTop:a,glyphLeft:c,glyphAdvance:e};if(l===0||f===0)return g;let{ctx:m,buffer:v,gridInner:_,gridOuter:y}=this;m.clearRect(v,v,l,f),m.fillText(t,v-c,v+a);let x=m.getImageData(v,v,l,f);y.fill(1e20,0,d),_.fill(0,0,d);let P=3;for(let C=0;C<f;C++){let b=(C+v)*h+v;for(let I=0;I<l;I++,P+=4,b++){let T=x.data[P];if(T===0)continue;let L=mc[T];y[b]=Math.max(0,L),_[b]=Math.max(0,-L)}}bd(y,0,0,h,u,h,this.f,this.v,this.z,v);let w=Math.min(v,1);bd(_,v-w,v-w,l+2*w,f+2*w,h,this.f,this.v,this.z);let E=255/this.radius,S=255*(1-this.cutoff);for(let C=0;C<d;C++){let b=Math.sqrt(y[C])-Math.sqrt(_[C]);p[C]=S-E*b}return g}};function bd(i,t,e,o,n,r,s,a,c,l=0){for(let f=t+l;f<t+o-l;f++)Sd(i,e*r+f,r,n,s,a,c);for(let f=e;f<e+n;f++)Sd(i,f*r+t,1,o,s,a,c)}function Sd(i,t,e,o,n,r,s){r[0]=0,s[0]=-1e20,s[1]=1e20,n[0]=i[t];for(let a=1,c=0;a<o;a++){let l=n[a]=i[t+a*e],f=a*a,h;do{let u=r[c];h=(l-n[u]+f-u*u)/(a-u)/2}while(h<=s[c]&&--c>-1);c++,r[c]=a,s[c]=h,s[c+1]=1e20}for(let a=0,c=0;a<o;a++){for(;s[c+1]<a;)c++;let l=r[c],f=a-l;i[t+a*e]=n[l]+f*f}}var QP=32,tw=[];function ew(i){return Math.pow(2,Math.ceil(Math.log2(i)))}function Cd({characterSet:i,measureText:t,buffer:e,maxCanvasWidth:o,mapping:n={},xOffset:r=0,yOffsetMin:s=0,yOffsetMax:a=0}){let l=r,f=s,h=a;for(let u of i)if(!n[u]){let{advance:d,width:p,ascent:g,descent:m}=t(u),v=g+m;l+p+e*2>o&&(l=0,f=h),n[u]={x:l+e,y:f+e,width:p,height:v,advance:d,anchorX:p/2,anchorY:g},l+=p+e*2,h=Math.max(h,f+v+e*2)}return{mapping:n,xOffset:l,yOffsetMin:f,yOffsetMax:h,canvasHeight:ew(h)}}function Ed(i,t,e,o){let n=0;for(let r=t;r<e;r++){let s=i[r];n+=o[s]?.advance||0}return n}function Md(i,t,e,o,n,r){let s=t,a=0;for(let c=t;c<e;c++){let l=Ed(i,c,c+1,n);a+l>o&&(s<c&&r.push(c),s=c,a=0),a+=l}return a}function iw(i,t,e,o,n,r){let s=t,a=t,c=t,l=0;for(let f=t;f<e;f++)if((i[f]===" "||i[f+1]===" "||f+1===e)&&(c=f+1),c>a){let h=Ed(i,a,c,n);l+h>o&&(s<a&&(r.push(a),s=a,l=0),h>o&&(h=Md(i,a,c,o,n,r),s=r[r.length-1])),a=c,l+=h}return l}function ow(i,t,e,o,n=0,r){r===void 0&&(r=i.length);let s=[];return t==="break-all"?Md(i,n,r,e,o,s):iw(i,n,r,e,o,s),s}function nw(i,t,e,o,n,r){let s=0,a=0;for(let c=t;c<e;c++){let l=i[c],f=o[l];f&&(a=Math.max(a,f.height))}for(let c=t;c<e;c++){let l=i[c],f=o[l];f?(n[c]=s+f.anchorX,s+=f.advance):(A.warn(`Missing character: ${l} (${l.codePointAt(0)})`)(),n[c]=s,s+=QP)}r[0]=s,r[1]=a}function Td(i,t,e,o,n,r){let s=Array.from(i),a=s.length,c=new Array(a),l=new Array(a),f=new Array(a),h=(o==="break-word"||o==="break-all")&&isFinite(n)&&n>0,u=[0,0],d=[0,0],p=0,g=t+e/2,m=0,v=0;for(let _=0;_<=a;_++){let y=s[_];if((y===`
`||_===a)&&(v=_),v>m){let x=h?ow(s,o,n,r,m,v):tw;for(let P=0;P<=x.length;P++){let w=P===0?m:x[P-1],E=P<x.length?x[P]:v;nw(s,w,E,r,c,d);for(let S=w;S<E;S++)l[S]=g,f[S]=d[0];p++,g+=e,u[0]=Math.max(u[0],d[0])}m=v}y===`
`&&(c[m]=0,l[m]=0,f[m]=0,m++)}return u[1]=p*e,{x:c,y:l,rowWidth:f,size:u}}function Ld({value:i,length:t,stride:e,offset:o,startIndices:n,characterSet:r}){let s=i.BYTES_PER_ELEMENT,a=e?e/s:1,c=o?o/s:0,l=n[t]||Math.ceil((i.length-c)/a),f=r&&new Set,h=new Array(t),u=i;if(a>1||c>0){let d=i.constructor;u=new d(l);for(let p=0;p<l;p++)u[p]=i[p*a+c]}for(let d=0;d<t;d++){let p=n[d],g=n[d+1]||l,m=u.subarray(p,g);h[d]=String.fromCodePoint.apply(null,m),f&&m.forEach(f.add,f)}if(f)for(let d of f)r.add(String.fromCodePoint(d));return{texts:h,characterCount:l}}var xi=class{constructor(t=5){this._cache={},this._order=[],this.limit=t}get(t){let e=this._cache[t];return e&&(this._deleteOrder(t),this._appendOrder(t)),e}set(t,e){this._cache[t]?(this.delete(t),this._cache[t]=e,this._appendOrder(t)):(Object.keys(this._cache).length===this.limit&&this.delete(this._order[0]),this._cache[t]=e,this._appendOrder(t))}delete(t){this._cache[t]&&(delete this._cache[t],this._deleteOrder(t))}_deleteOrder(t){let e=this._order.indexOf(t);e>=0&&this._order.splice(e,1)}_appendOrder(t){this._order.push(t)}};function rw(){let i=[];for(let t=32;t<128;t++)i.push(String.fromCharCode(t));return i}var Ne={fontFamily:"Monaco, monospace",fontWeight:"normal",characterSet:rw(),fontSize:64,buffer:4,sdf:!1,cutoff:.25,radius:12,smoothing:.1},Ad=1024,Id=.9,Od=.3,kd=3,Vr=new xi(kd);function sw(i,t){let e;typeof t=="string"?e=new Set(Array.from(t)):e=new Set(t);let o=Vr.get(i);if(!o)return e;for(let n in o.mapping)e.has(n)&&e.delete(n);return e}function aw(i,t){for(let e=0;e<i.length;e++)t.data[4*e+3]=i[e]}function Rd(i,t,e,o){i.font=`${o} ${e}px ${t}`,i.fillStyle="#000",i.textBaseline="alphabetic",i.textAlign="left"}function cw(i,t,e){if(e===void 0){let n=i.measureText("A");return n.fontBoundingBoxAscent?{advance:0,width:0,ascent:Math.ceil(n.fontBoundingBoxAscent),descent:Math.ceil(n.fontBoundingBoxDescent)}:{advance:0,width:0,ascent:t*Id,descent:t*Od}}let o=i.measureText(e);return o.actualBoundingBoxAscent?{advance:o.width,width:Math.ceil(o.actualBoundingBoxRight-o.actualBoundingBoxLeft),ascent:Math.ceil(o.actualBoundingBoxAscent),descent:Math.ceil(o.actualBoundingBoxDescent)}:{advance:o.width,width:o.width,ascent:t*Id,descent:t*Od}}function zd(i){A.assert(Number.isFinite(i)&&i>=kd,"Invalid cache limit"),Vr=new xi(i)}var nn=class{constructor(){this.props={...Ne}}get atlas(){return this._atlas}get mapping(){return this._atlas&&this._atlas.mapping}setProps(t={}){Object.assign(this.props,t),t._getFontRenderer&&(this._getFontRenderer=t._getFontRenderer),this._key=this._getKey();let e=sw(this._key,this.props.characterSet),o=Vr.get(this._key);if(o&&e.size===0){this._atlas!==o&&(this._atlas=o);return}let n=this._generateFontAtlas(e,o);this._atlas=n,Vr.set(this._key,n)}_generateFontAtlas(t,e){let{fontFamily:o,fontWeight:n,fontSize:r,buffer:s,sdf:a,radius:c,cutoff:l}=this.props,f=e&&e.data;f||(f=document.createElement("canvas"),f.width=Ad);let h=f.getContext("2d",{willReadFrequently:!0});Rd(h,o,r,n);let u=x=>cw(h,r,x),d;this._getFontRenderer?d=this._getFontRenderer(this.props):a&&(d={measure:u,draw:lw(this.props)});let{mapping:p,canvasHeight:g,xOffset:m,yOffsetMin:v,yOffsetMax:_}=Cd({measureText:x=>d?d.measure(x):u(x),buffer:s,characterSet:t,maxCanvasWidth:Ad,...e&&{mapping:e.mapping,xOffset:e.xOffset,yOffsetMin:e.yOffsetMin,yOffsetMax:e.yOffsetMax}});if(f.height!==g){let x=f.height>0?h.getImageData(0,0,f.width,f.height):null;f.height=g,x&&h.putImageData(x,0,0)}if(Rd(h,o,r,n),d)for(let x of t){let P=p[x],w=P.width,{data:E,left:S=0,top:C=0}=d.draw(x),b=P.x-S,I=P.y-C,T=Math.max(0,Math.round(b)),L=Math.max(0,Math.round(I)),R=Math.min(E.width,f.width-T),j=Math.min(E.height,f.height-L);h.putImageData(E,T,L,0,0,R,j),P.x=T,P.y=L,P.width=R,P.height=j,P.anchorX+=R/2-S-w/2,P.anchorY+=C}else for(let x of t){let P=p[x];h.fillText(x,P.x,P.y+P.anchorY)}let y=d?d.measure():u();return{baselineOffset:(y.ascent-y.descent)/2,xOffset:m,yOffsetMin:v,yOffsetMax:_,mapping:p,data:f,width:f.width,height:f.height}}_getKey(){let{fontFamily:t,fontWeight:e,fontSize:o,buffer:n,sdf:r,radius:s,cutoff:a}=this.props;return r?`${t} ${e} ${o} ${n} ${s} ${a}`:`${t} ${e} ${o} ${n}`}};function lw({fontSize:i,buffer:t,radius:e,cutoff:o,fontFamily:n,fontWeight:r}){let s=new on({fontSize:i,buffer:t,radius:e,cutoff:o,fontFamily:n,fontWeight:`${r}`});return a=>{let{data:c,width:l,height:f}=s.draw(a),h=new ImageData(l,f);return aw(c,h),{data:h,left:t,top:t}}}var fw=`struct TextBackgroundUniforms {
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
`,Dd=`layout(std140) uniform textBackgroundUniforms {
  bool billboard;
  float sizeScale;
  float sizeMinPixels;
  float sizeMaxPixels;
  vec4 borderRadius;
  vec4 padding;
  highp int sizeUnits;
  bool stroked;
} textBackground;
`,Bd={name:"textBackground",source:fw,vs:Dd,fs:Dd,uniformTypes:{billboard:"f32",sizeScale:"f32",sizeMinPixels:"f32",sizeMaxPixels:"f32",borderRadius:"vec4<f32>",padding:"vec4<f32>",sizeUnits:"i32",stroked:"f32"}};var Nd=`#version 300 es
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
`;var jd=`#version 300 es
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
`;var Fd=`struct TextUniforms {
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
`;var hw={billboard:!0,sizeScale:1,sizeUnits:"pixels",sizeMinPixels:0,sizeMaxPixels:Number.MAX_SAFE_INTEGER,fontSize:1,borderRadius:{type:"object",value:0},padding:{type:"array",value:[0,0,0,0]},getPosition:{type:"accessor",value:i=>i.position},getSize:{type:"accessor",value:1},getAngle:{type:"accessor",value:0},getPixelOffset:{type:"accessor",value:[0,0]},getBoundingRect:{type:"accessor",value:[0,0,0,0]},getClipRect:{type:"accessor",value:[0,0,-1,-1]},getFillColor:{type:"accessor",value:[0,0,0,255]},getLineColor:{type:"accessor",value:[0,0,0,255]},getLineWidth:{type:"accessor",value:1}},rn=class extends it{getShaders(){return super.getShaders({vs:Nd,fs:jd,source:Fd,modules:[st,rt,at,Bd,Ur]})}initializeState(){this.getAttributeManager().addInstanced({instancePositions:{size:3,type:"float64",fp64:this.use64bitPositions(),transition:!0,accessor:"getPosition"},instanceSizes:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getSize",defaultValue:1},instanceAngles:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getAngle"},instanceRects:{size:4,bufferGroup:"text-background-instance-data",accessor:"getBoundingRect"},instanceClipRect:{size:4,bufferGroup:"text-background-instance-data",accessor:"getClipRect",defaultValue:[0,0,-1,-1]},instancePixelOffsets:{size:2,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getPixelOffset"},instanceFillColors:{size:4,transition:!0,type:"unorm8",accessor:"getFillColor",defaultValue:[0,0,0,255]},instanceLineColors:{size:4,transition:!0,type:"unorm8",accessor:"getLineColor",defaultValue:[0,0,0,255]},instanceLineWidths:{size:1,transition:!0,bufferGroup:"text-background-instance-data",accessor:"getLineWidth",defaultValue:1}})}updateState(t){super.updateState(t);let{changeFlags:e}=t;e.extensionsChanged&&(this.state.model?.destroy(),this.state.model=this._getModel(),this.getAttributeManager().invalidateAll())}draw({uniforms:t}){let{billboard:e,sizeScale:o,sizeUnits:n,sizeMinPixels:r,sizeMaxPixels:s,getLineWidth:a,fontSize:c}=this.props,{padding:l,borderRadius:f}=this.props;l.length<4&&(l=[l[0],l[1],l[0],l[1]]),Array.isArray(f)||(f=[f,f,f,f]);let h=this.state.model,u={billboard:e,stroked:!!a,borderRadius:f,padding:l,sizeUnits:X[n],sizeScale:o,sizeMinPixels:r,sizeMaxPixels:s},d={fontSize:c,viewport:this.context.viewport};h.shaderInputs.setProps({textBackground:u,text:d}),h.draw(this.context.renderPass)}_getModel(){let t=[0,0,1,0,0,1,1,1];return new ot(this.context.device,{...this.getShaders(),id:this.props.id,bufferLayout:this.getAttributeManager().getBufferLayouts(),geometry:new ht({topology:"triangle-strip",vertexCount:4,attributes:{positions:{size:2,value:new Float32Array(t)}}}),isInstanced:!0})}};rn.defaultProps=hw;rn.layerName="TextBackgroundLayer";var Ud=rn;var Vd={start:1,middle:0,end:-1},Wd={top:1,center:0,bottom:-1},yc=[0,0,0,255],uw=1,dw={billboard:!0,sizeScale:1,sizeUnits:"pixels",sizeMinPixels:0,sizeMaxPixels:Number.MAX_SAFE_INTEGER,background:!1,getBackgroundColor:{type:"accessor",value:[255,255,255,255]},getBorderColor:{type:"accessor",value:yc},getBorderWidth:{type:"accessor",value:0},backgroundBorderRadius:{type:"object",value:0},backgroundPadding:{type:"array",value:[0,0,0,0]},characterSet:{type:"object",value:Ne.characterSet},fontFamily:Ne.fontFamily,fontWeight:Ne.fontWeight,lineHeight:uw,outlineWidth:{type:"number",value:0,min:0},outlineColor:{type:"color",value:yc},fontSettings:{type:"object",value:{},compare:1},wordBreak:"break-word",maxWidth:{type:"number",value:-1},contentCutoffPixels:{type:"array",value:[0,0]},contentAlignHorizontal:"none",contentAlignVertical:"none",getText:{type:"accessor",value:i=>i.text},getPosition:{type:"accessor",value:i=>i.position},getColor:{type:"accessor",value:yc},getSize:{type:"accessor",value:32},getAngle:{type:"accessor",value:0},getTextAnchor:{type:"accessor",value:"middle"},getAlignmentBaseline:{type:"accessor",value:"center"},getPixelOffset:{type:"accessor",value:[0,0]},getContentBox:{type:"accessor",value:[0,0,-1,-1]},backgroundColor:{deprecatedFor:["background","getBackgroundColor"]}},sn=class extends ze{constructor(){super(...arguments),this.getBoundingRect=(t,e)=>{let{size:[o,n]}=this.transformParagraph(t,e),{getTextAnchor:r,getAlignmentBaseline:s}=this.props,a=Vd[typeof r=="function"?r(t,e):r],c=Wd[typeof s=="function"?s(t,e):s];return[(a-1)*o/2,(c-1)*n/2,o,n]},this.getIconOffsets=(t,e)=>{let{getTextAnchor:o,getAlignmentBaseline:n}=this.props,{x:r,y:s,rowWidth:a,size:[,c]}=this.transformParagraph(t,e),l=Vd[typeof o=="function"?o(t,e):o],f=Wd[typeof n=="function"?n(t,e):n],h=r.length,u=new Array(h*2),d=0;for(let p=0;p<h;p++)u[d++]=(l-1)*a[p]/2+r[p],u[d++]=(f-1)*c/2+s[p];return u}}initializeState(){this.state={styleVersion:0,fontAtlasManager:new nn},this.props.maxWidth>0&&A.once(1,"v8.9 breaking change: TextLayer maxWidth is now relative to text size")()}updateState(t){let{props:e,oldProps:o,changeFlags:n}=t;(n.dataChanged||n.updateTriggersChanged&&(n.updateTriggersChanged.all||n.updateTriggersChanged.getText))&&this._updateText(),(this._updateFontAtlas()||e.lineHeight!==o.lineHeight||e.wordBreak!==o.wordBreak||e.maxWidth!==o.maxWidth)&&this.setState({styleVersion:this.state.styleVersion+1})}getPickingInfo({info:t}){return t.object=t.index>=0?this.props.data[t.index]:null,t}_updateFontAtlas(){let{fontSettings:t,fontFamily:e,fontWeight:o,_getFontRenderer:n}=this.props,{fontAtlasManager:r,characterSet:s}=this.state,a={...t,characterSet:s,fontFamily:e,fontWeight:o,_getFontRenderer:n};if(!r.mapping)return r.setProps(a),!0;for(let c in a)if(a[c]!==r.props[c])return r.setProps(a),!0;return!1}_updateText(){let{data:t,characterSet:e}=this.props,o=t.attributes?.getText,{getText:n}=this.props,r=t.startIndices,s,a=e==="auto"&&new Set;if(o&&r){let{texts:c,characterCount:l}=Ld({...ArrayBuffer.isView(o)?{value:o}:o,length:t.length,startIndices:r,characterSet:a});s=l,n=(f,{index:h})=>c[h]}else{let{iterable:c,objectInfo:l}=gt(t);r=[0],s=0;for(let f of c){l.index++;let h=Array.from(n(f,l)||"");a&&h.forEach(a.add,a),s+=h.length,r.push(s)}}this.setState({getText:n,startIndices:r,numInstances:s,characterSet:a||e})}transformParagraph(t,e){let{fontAtlasManager:o}=this.state,n=o.mapping,{baselineOffset:r}=o.atlas,{fontSize:s}=o.props,a=this.state.getText,{wordBreak:c,lineHeight:l,maxWidth:f}=this.props,h=a(t,e)||"";return Td(h,r,l*s,c,f*s,n)}renderLayers(){let{startIndices:t,numInstances:e,getText:o,fontAtlasManager:{atlas:n,mapping:r},styleVersion:s}=this.state,{data:a,_dataDiff:c,getPosition:l,getColor:f,getSize:h,getAngle:u,getPixelOffset:d,getBackgroundColor:p,getBorderColor:g,getBorderWidth:m,getContentBox:v,backgroundBorderRadius:_,backgroundPadding:y,background:x,billboard:P,fontSettings:w,outlineWidth:E,outlineColor:S,sizeScale:C,sizeUnits:b,sizeMinPixels:I,sizeMaxPixels:T,contentCutoffPixels:L,contentAlignHorizontal:R,contentAlignVertical:j,transitions:B,updateTriggers:N}=this.props,je=this.getSubLayerClass("characters",wd),fn=this.getSubLayerClass("background",Ud),{fontSize:Pc}=this.state.fontAtlasManager.props;return[x&&new fn({getFillColor:p,getLineColor:g,getLineWidth:m,borderRadius:_,padding:y,getPosition:l,getSize:h,getAngle:u,getPixelOffset:d,getClipRect:v,billboard:P,sizeScale:C,sizeUnits:b,sizeMinPixels:I,sizeMaxPixels:T,fontSize:Pc,transitions:B&&{getPosition:B.getPosition,getAngle:B.getAngle,getSize:B.getSize,getFillColor:B.getBackgroundColor,getLineColor:B.getBorderColor,getLineWidth:B.getBorderWidth,getPixelOffset:B.getPixelOffset}},this.getSubLayerProps({id:"background",updateTriggers:{getPosition:N.getPosition,getAngle:N.getAngle,getSize:N.getSize,getFillColor:N.getBackgroundColor,getLineColor:N.getBorderColor,getLineWidth:N.getBorderWidth,getPixelOffset:N.getPixelOffset,getBoundingRect:{getText:N.getText,getTextAnchor:N.getTextAnchor,getAlignmentBaseline:N.getAlignmentBaseline,styleVersion:s}}}),{data:a.attributes&&a.attributes.background?{length:a.length,attributes:a.attributes.background}:a,_dataDiff:c,autoHighlight:!1,getBoundingRect:this.getBoundingRect}),new je({sdf:w.sdf,smoothing:Number.isFinite(w.smoothing)?w.smoothing:Ne.smoothing,outlineWidth:E/(w.radius||Ne.radius),outlineColor:S,iconAtlas:n,iconMapping:r,getPosition:l,getColor:f,getSize:h,getAngle:u,getPixelOffset:d,getContentBox:v,billboard:P,sizeScale:C,sizeUnits:b,sizeMinPixels:I,sizeMaxPixels:T,fontSize:Pc,contentCutoffPixels:L,contentAlignHorizontal:R,contentAlignVertical:j,transitions:B&&{getPosition:B.getPosition,getAngle:B.getAngle,getColor:B.getColor,getSize:B.getSize,getPixelOffset:B.getPixelOffset,getContentBox:B.getContentBox}},this.getSubLayerProps({id:"characters",updateTriggers:{all:N.getText,getPosition:N.getPosition,getAngle:N.getAngle,getColor:N.getColor,getSize:N.getSize,getPixelOffset:N.getPixelOffset,getContentBox:N.getContentBox,getIconOffsets:{getTextAnchor:N.getTextAnchor,getAlignmentBaseline:N.getAlignmentBaseline,styleVersion:s}}}),{data:a,_dataDiff:c,startIndices:t,numInstances:e,getIconOffsets:this.getIconOffsets,getIcon:o})]}static set fontAtlasCacheLimit(t){zd(t)}};sn.defaultProps=dw;sn.layerName="TextLayer";var xc=sn;function Gd(i,t){if(!i)return null;let e="startIndices"in i?i.startIndices[t]:t,o=i.featureIds.value[e];return e!==-1?pw(i,o,e):null}function pw(i,t,e){let o={properties:{...i.properties[t]}};for(let n in i.numericProps)o.properties[n]=i.numericProps[n].value[e];return o}function Yd(i){let t={points:null,lines:null,polygons:null};for(let e in t){let o=i[e].globalFeatureIds.value;t[e]=new Uint32Array(o)}return t}var an={circle:{type:rc,props:{filled:"filled",stroked:"stroked",lineWidthMaxPixels:"lineWidthMaxPixels",lineWidthMinPixels:"lineWidthMinPixels",lineWidthScale:"lineWidthScale",lineWidthUnits:"lineWidthUnits",pointRadiusMaxPixels:"radiusMaxPixels",pointRadiusMinPixels:"radiusMinPixels",pointRadiusScale:"radiusScale",pointRadiusUnits:"radiusUnits",pointAntialiasing:"antialiasing",pointBillboard:"billboard",getFillColor:"getFillColor",getLineColor:"getLineColor",getLineWidth:"getLineWidth",getPointRadius:"getRadius"}},icon:{type:Fr,props:{iconAtlas:"iconAtlas",iconMapping:"iconMapping",iconSizeMaxPixels:"sizeMaxPixels",iconSizeMinPixels:"sizeMinPixels",iconSizeScale:"sizeScale",iconSizeUnits:"sizeUnits",iconAlphaCutoff:"alphaCutoff",iconBillboard:"billboard",getIcon:"getIcon",getIconAngle:"getAngle",getIconColor:"getColor",getIconPixelOffset:"getPixelOffset",getIconSize:"getSize"}},text:{type:xc,props:{textSizeMaxPixels:"sizeMaxPixels",textSizeMinPixels:"sizeMinPixels",textSizeScale:"sizeScale",textSizeUnits:"sizeUnits",textBackground:"background",textBackgroundPadding:"backgroundPadding",textFontFamily:"fontFamily",textFontWeight:"fontWeight",textLineHeight:"lineHeight",textMaxWidth:"maxWidth",textOutlineColor:"outlineColor",textOutlineWidth:"outlineWidth",textWordBreak:"wordBreak",textCharacterSet:"characterSet",textBillboard:"billboard",textFontSettings:"fontSettings",getText:"getText",getTextAngle:"getAngle",getTextColor:"getColor",getTextPixelOffset:"getPixelOffset",getTextSize:"getSize",getTextAnchor:"getTextAnchor",getTextAlignmentBaseline:"getAlignmentBaseline",getTextBackgroundColor:"getBackgroundColor",getTextBorderColor:"getBorderColor",getTextBorderWidth:"getBorderWidth"}}},cn={type:ge,props:{lineWidthUnits:"widthUnits",lineWidthScale:"widthScale",lineWidthMinPixels:"widthMinPixels",lineWidthMaxPixels:"widthMaxPixels",lineJointRounded:"jointRounded",lineCapRounded:"capRounded",lineMiterLimit:"miterLimit",lineBillboard:"billboard",lineAntialiasing:"antialiasing",getLineColor:"getColor",getLineWidth:"getWidth"}},Wr={type:Be,props:{extruded:"extruded",filled:"filled",wireframe:"wireframe",elevationScale:"elevationScale",material:"material",_full3d:"_full3d",getElevation:"getElevation",getFillColor:"getFillColor",getLineColor:"getLineColor"}};function vi({type:i,props:t}){let e={};for(let o in t)e[o]=i.defaultProps[t[o]];return e}function Gr(i,t){let{transitions:e,updateTriggers:o}=i.props,n={updateTriggers:{},transitions:e&&{getPosition:e.geometry}};for(let r in t){let s=t[r],a=i.props[r];r.startsWith("get")&&(a=i.getSubLayerAccessor(a),n.updateTriggers[s]=o[r],e&&(n.transitions[s]=e[r])),n[s]=a}return n}function Hd(i){if(Array.isArray(i))return i;switch(A.assert(i.type,"GeoJSON does not have type"),i.type){case"Feature":return[i];case"FeatureCollection":return A.assert(Array.isArray(i.features),"GeoJSON does not have features array"),i.features;default:return[{geometry:i}]}}function vc(i,t,e={}){let o={pointFeatures:[],lineFeatures:[],polygonFeatures:[],polygonOutlineFeatures:[]},{startRow:n=0,endRow:r=i.length}=e;for(let s=n;s<r;s++){let a=i[s],{geometry:c}=a;if(c)if(c.type==="GeometryCollection"){A.assert(Array.isArray(c.geometries),"GeoJSON does not have geometries array");let{geometries:l}=c;for(let f=0;f<l.length;f++){let h=l[f];$d(h,o,t,a,s)}}else $d(c,o,t,a,s)}return o}function $d(i,t,e,o,n){let{type:r,coordinates:s}=i,{pointFeatures:a,lineFeatures:c,polygonFeatures:l,polygonOutlineFeatures:f}=t;if(!mw(r,s)){A.warn(`${r} coordinates are malformed`)();return}switch(r){case"Point":a.push(e({geometry:i},o,n));break;case"MultiPoint":s.forEach(h=>{a.push(e({geometry:{type:"Point",coordinates:h}},o,n))});break;case"LineString":c.push(e({geometry:i},o,n));break;case"MultiLineString":s.forEach(h=>{c.push(e({geometry:{type:"LineString",coordinates:h}},o,n))});break;case"Polygon":l.push(e({geometry:i},o,n)),s.forEach(h=>{f.push(e({geometry:{type:"LineString",coordinates:h}},o,n))});break;case"MultiPolygon":s.forEach(h=>{l.push(e({geometry:{type:"Polygon",coordinates:h}},o,n)),h.forEach(u=>{f.push(e({geometry:{type:"LineString",coordinates:u}},o,n))})});break;default:}}var gw={Point:1,MultiPoint:2,LineString:2,MultiLineString:3,Polygon:3,MultiPolygon:4};function mw(i,t){let e=gw[i];for(A.assert(e,`Unknown GeoJSON type ${i}`);t&&--e>0;)t=t[0];return t&&Number.isFinite(t[0])}function Zd(){return{points:{},lines:{},polygons:{},polygonsOutline:{}}}function Yr(i){return i.geometry.coordinates}function qd(i,t){let e=Zd(),{pointFeatures:o,lineFeatures:n,polygonFeatures:r,polygonOutlineFeatures:s}=i;return e.points.data=o,e.points._dataDiff=t.pointFeatures&&(()=>t.pointFeatures),e.points.getPosition=Yr,e.lines.data=n,e.lines._dataDiff=t.lineFeatures&&(()=>t.lineFeatures),e.lines.getPath=Yr,e.polygons.data=r,e.polygons._dataDiff=t.polygonFeatures&&(()=>t.polygonFeatures),e.polygons.getPolygon=Yr,e.polygonsOutline.data=s,e.polygonsOutline._dataDiff=t.polygonOutlineFeatures&&(()=>t.polygonOutlineFeatures),e.polygonsOutline.getPath=Yr,e}function Xd(i){let t=Zd(),{points:e,lines:o,polygons:n}=i,r=Yd(i);t.points.data={length:e.positions.value.length/e.positions.size,attributes:{...e.attributes,getPosition:e.positions,rowIndexes:{size:1,type:"uint32",value:r.points}},properties:e.properties,numericProps:e.numericProps,featureIds:e.featureIds},t.lines.data={length:o.pathIndices.value.length-1,startIndices:o.pathIndices.value,attributes:{...o.attributes,getPath:o.positions,rowIndexes:{size:1,type:"uint32",value:r.lines}},properties:o.properties,numericProps:o.numericProps,featureIds:o.featureIds},t.lines._pathType="open";let s=n.positions.value.length/n.positions.size,a=Array(s).fill(1);for(let c of n.primitivePolygonIndices.value)a[c-1]=0;return t.polygons.data={length:n.polygonIndices.value.length-1,startIndices:n.polygonIndices.value,attributes:{...n.attributes,getPolygon:n.positions,instanceVertexValid:{size:1,value:new Uint16Array(a)},rowIndexes:{size:1,type:"uint32",value:r.polygons}},properties:n.properties,numericProps:n.numericProps,featureIds:n.featureIds},t.polygons._normalize=!1,n.triangles&&(t.polygons.data.attributes.indices=n.triangles.value),t.polygonsOutline.data={length:n.primitivePolygonIndices.value.length-1,startIndices:n.primitivePolygonIndices.value,attributes:{...n.attributes,getPath:n.positions,rowIndexes:{size:1,type:"uint32",value:r.polygons}},properties:n.properties,numericProps:n.numericProps,featureIds:n.featureIds},t.polygonsOutline._pathType="open",t}var yw=["points","linestrings","polygons"],xw={...vi(an.circle),...vi(an.icon),...vi(an.text),...vi(cn),...vi(Wr),stroked:!0,filled:!0,extruded:!1,wireframe:!1,_full3d:!1,iconAtlas:{type:"object",value:null},iconMapping:{type:"object",value:{}},getIcon:{type:"accessor",value:i=>i.properties.icon},getText:{type:"accessor",value:i=>i.properties.text},pointType:"circle",getRadius:{deprecatedFor:"getPointRadius"}},ln=class extends ze{initializeState(){this.state={layerProps:{},features:{},featuresDiff:{}}}updateState({props:t,changeFlags:e}){if(!e.dataChanged)return;let{data:o}=this.props,n=o&&"points"in o&&"polygons"in o&&"lines"in o;this.setState({binary:n}),n?this._updateStateBinary({props:t,changeFlags:e}):this._updateStateJSON({props:t,changeFlags:e})}_updateStateBinary({props:t,changeFlags:e}){let o=Xd(t.data);this.setState({layerProps:o})}_updateStateJSON({props:t,changeFlags:e}){let o=Hd(t.data),n=this.getSubLayerRow.bind(this),r={},s={};if(Array.isArray(e.dataChanged)){let c=this.state.features;for(let l in c)r[l]=c[l].slice(),s[l]=[];for(let l of e.dataChanged){let f=vc(o,n,l);for(let h in c)s[h].push(jr({data:r[h],getIndex:u=>u.__source.index,dataRange:l,replace:f[h]}))}}else r=vc(o,n);let a=qd(r,s);this.setState({features:r,featuresDiff:s,layerProps:a})}getPickingInfo(t){let e=super.getPickingInfo(t),{index:o,sourceLayer:n}=e;return e.featureType=yw.find(r=>n.id.startsWith(`${this.id}-${r}-`)),o>=0&&n.id.startsWith(`${this.id}-points-text`)&&this.state.binary&&(e.index=this.props.data.points.globalFeatureIds.value[o]),e}_updateAutoHighlight(t){let e=`${this.id}-points-`,o=t.featureType==="points";for(let n of this.getSubLayers())n.id.startsWith(e)===o&&n.updateAutoHighlight(t)}_renderPolygonLayer(){let{extruded:t,wireframe:e}=this.props,{layerProps:o}=this.state,n="polygons-fill",r=this.shouldRenderSubLayer(n,o.polygons?.data)&&this.getSubLayerClass(n,Wr.type);if(r){let s=Gr(this,Wr.props),a=t&&e;return a||delete s.getLineColor,s.updateTriggers.lineColors=a,new r(s,this.getSubLayerProps({id:n,updateTriggers:s.updateTriggers}),o.polygons)}return null}_renderLineLayers(){let{extruded:t,stroked:e}=this.props,{layerProps:o}=this.state,n="polygons-stroke",r="linestrings",s=!t&&e&&this.shouldRenderSubLayer(n,o.polygonsOutline?.data)&&this.getSubLayerClass(n,cn.type),a=this.shouldRenderSubLayer(r,o.lines?.data)&&this.getSubLayerClass(r,cn.type);if(s||a){let c=Gr(this,cn.props);return[s&&new s(c,this.getSubLayerProps({id:n,updateTriggers:c.updateTriggers}),o.polygonsOutline),a&&new a(c,this.getSubLayerProps({id:r,updateTriggers:c.updateTriggers}),o.lines)]}return null}_renderPointLayers(){let{pointType:t}=this.props,{layerProps:e,binary:o}=this.state,{highlightedObjectIndex:n}=this.props;!o&&Number.isFinite(n)&&(n=e.points.data.findIndex(a=>a.__source.index===n));let r=new Set(t.split("+")),s=[];for(let a of r){let c=`points-${a}`,l=an[a],f=l&&this.shouldRenderSubLayer(c,e.points?.data)&&this.getSubLayerClass(c,l.type);if(f){let h=Gr(this,l.props),u=e.points;if(a==="text"&&o){let{rowIndexes:d,...p}=u.data.attributes;u={...u,data:{...u.data,attributes:p}}}s.push(new f(h,this.getSubLayerProps({id:c,updateTriggers:h.updateTriggers,highlightedObjectIndex:n}),u))}}return s}renderLayers(){let{extruded:t}=this.props,e=this._renderPolygonLayer(),o=this._renderLineLayers(),n=this._renderPointLayers();return[!t&&e,o,n,t&&e]}getSubLayerAccessor(t){let{binary:e}=this.state;return!e||typeof t!="function"?super.getSubLayerAccessor(t):(o,n)=>{let{data:r,index:s}=n,a=Gd(r,s);return t(a,n)}}};ln.layerName="GeoJsonLayer";ln.defaultProps=xw;var vw=ln;var Jd={depthCompare:"always",depthWriteEnabled:!1},_w={ambient:.6,diffuse:.4,shininess:1,specularColor:[0,0,0]},Qd=([i,t,e])=>[1,0,0,0,0,1,0,0,0,0,1,0,i,t,e,1],Pw=new WeakMap,ww=new WeakMap,bw=new WeakMap,Kd=new WeakMap;function tp(i){let t=Kd.get(i);if(t)return t;let e=new Float32Array(i.xy.length/2*3);for(let o=0;o<i.length;o++)for(let n=i.start[o];n<i.start[o+1];n++)e[3*n]=i.xy[2*n],e[3*n+1]=i.xy[2*n+1],e[3*n+2]=i.z[o];return Kd.set(i,e),e}function _c(i,t,e){let o=i.get(t);return o||(o=e(),i.set(t,o)),o}function FN(i,t,{colour:e,key:o,space:n,shift:r,extruded:s=!1,height:a,pickable:c=!1,painted:l=!n}){let f=n?_c(ww,t,()=>({length:t.length,startIndices:t.start,attributes:{getPolygon:{value:tp(t),size:3},indices:{value:t.tri,size:1},instanceVertexValid:{value:t.valid,size:1}}})):_c(Pw,t,()=>({length:t.length,startIndices:t.start,attributes:{getPolygon:{value:t.xy,size:2},indices:{value:t.tri,size:1},instanceVertexValid:{value:t.valid,size:1}}}));return new Be({id:`${i}-${n?"3d":"2d"}`,data:f,_normalize:!1,positionFormat:n?"XYZ":"XY",extruded:n&&s,getElevation:((h,{index:u})=>a?.(u)??0),getFillColor:((h,{index:u})=>e(u)),updateTriggers:{getFillColor:o,getElevation:o},modelMatrix:Qd(r),material:_w,pickable:c,...l?{parameters:Jd}:{}})}function UN(i,t,{colour:e,width:o,units:n="pixels",least:r=0,key:s="",space:a,shift:c,round:l=!0,pickable:f=!1,up:h=0,painted:u=!a}){let d=_c(a?Sw:bw,t,()=>({length:t.ringPart.length,startIndices:t.ringStart,attributes:{getPath:a?{value:tp(t),size:3}:{value:t.xy,size:2}}})),p=typeof e=="function"?((m,{index:v})=>e(v)):e,g=typeof o=="function"?((m,{index:v})=>o(v)):o;return new ge({id:`${i}-${a?"3d":"2d"}`,data:d,_pathType:"open",positionFormat:a?"XYZ":"XY",getColor:p,getWidth:g,widthUnits:n,widthMinPixels:r,jointRounded:l,capRounded:l,updateTriggers:{getColor:s,getWidth:s},modelMatrix:Qd([c[0],c[1],c[2]+h]),pickable:f,...u?{parameters:Jd}:{}})}var Sw=new WeakMap;function VN(i,t,e=!1){return new ge({id:i,data:t,getPath:o=>o.path,getColor:o=>o.colour,getWidth:o=>o.width,widthUnits:"pixels",jointRounded:!0,capRounded:!0,pickable:e,parameters:{depthCompare:"always"}})}export{Pi as a,Ge as b,Ee as c,Cv as d,Mv as e,Iv as f,Z_ as g,rc as h,ge as i,Be as j,jP as k,xc as l,vw as m,Jd as n,FN as o,UN as p,VN as q};
